import { guidanceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, stateOf, useCase } from '../run-command.ts';

export interface SupersedeGuidanceRequestInput {
  readonly guidanceId: string;
  /** The request that takes its place. */
  readonly supersededBy: string;
  readonly reason: CodedReason;
}

/** Another request takes the place of one, with a reason. */
export const supersedeGuidanceRequest = useCase<SupersedeGuidanceRequestInput>('SupersedeGuidanceRequest', async (env, input, context) => {
  const { guidanceId, supersededBy, reason } = input;
  const issued = (await stateOf(env, guidanceDecider, supersededBy)).status !== 'unknown';
  const data = { ...actOf(env, context), supersededBy, issued, reason };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: guidanceId,
    command: { type: 'SupersedeGuidanceRequest', data },
    input,
  });
});
