import { guidanceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { fatesOf } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface CloseGuidanceRequestInput {
  readonly guidanceId: string;
  readonly reason: CodedReason;
}

/** Closes a request that was reported and concluded, once every result has gone back to its Member (row D7). */
export const closeGuidanceRequest = useCase<CloseGuidanceRequestInput>('CloseGuidanceRequest', async (env, input, context) => {
  const { guidanceId, reason } = input;
  const data = { ...actOf(env, context), fates: await fatesOf(env, guidanceId), reason };
  return runCommand(env, context, { decider: guidanceDecider, id: guidanceId, command: { type: 'CloseGuidanceRequest', data }, input });
});
