import { decisionDecider, isAdopted, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, stateOf, useCase } from '../run-command.ts';

export interface SupersedeDecisionInput {
  readonly decisionId: string;
  readonly supersededBy: string;
  readonly reason: CodedReason;
}

/** An adopted decision takes the place of an earlier one, with a reason. */
export const supersedeDecision = useCase<SupersedeDecisionInput>('SupersedeDecision', async (env, input, context) => {
  const { decisionId, supersededBy, reason } = input;
  const adopted = isAdopted(await stateOf(env, decisionDecider, supersededBy));
  const data = { ...actOf(env, context), supersededBy, adopted, reason };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'SupersedeDecision', data }, input });
});
