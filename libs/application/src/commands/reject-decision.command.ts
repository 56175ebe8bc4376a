import { decisionDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RejectDecisionInput {
  readonly decisionId: string;
  readonly reason: CodedReason;
}

/** The Chair records that the body did not adopt the words, with a reason. */
export const rejectDecision = useCase<RejectDecisionInput>('RejectDecision', (env, input, context) => {
  const { decisionId, reason } = input;
  const data = { ...actOf(env, context), reason };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'RejectDecision', data }, input });
});
