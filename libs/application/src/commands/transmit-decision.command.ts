import { decisionDecider, type HigherBody } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { evidenceOf } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface TransmitDecisionInput {
  readonly decisionId: string;
  readonly to: HigherBody;
  /** The confirmed document by which it went. */
  readonly documentId: string;
}

/** Transmits what the body forwarded to the body that it was forwarded to. */
export const transmitDecision = useCase<TransmitDecisionInput>('TransmitDecision', async (env, input, context) => {
  const { decisionId, to, documentId } = input;
  const data = { ...actOf(env, context), to, document: await evidenceOf(env, documentId) };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'TransmitDecision', data }, input });
});
