import { decisionDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { evidenceOf } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RecordDecisionImplementedInput {
  readonly decisionId: string;
  readonly documentId: string;
}

/** Records that a decision was carried out, with a confirmed document as evidence. */
export const recordDecisionImplemented = useCase<RecordDecisionImplementedInput>(
  'RecordDecisionImplemented',
  async (env, input, context) => {
    const { decisionId, documentId } = input;
    const data = { ...actOf(env, context), evidence: await evidenceOf(env, documentId) };
    return runCommand(env, context, {
      decider: decisionDecider,
      id: decisionId,
      command: { type: 'RecordDecisionImplemented', data },
      input,
    });
  },
);
