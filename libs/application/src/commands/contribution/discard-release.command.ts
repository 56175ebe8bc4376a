import { releaseDecider, type CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface DiscardReleaseInput {
  readonly releaseId: string;
  readonly reason: CodedReason;
}

/** Gives a batch up that was not released. */
export const discardRelease = useCase<DiscardReleaseInput>('DiscardRelease', (env, input, context) => {
  const data = { ...actOf(env, context), reason: input.reason };
  return runCommand(env, context, { decider: releaseDecider, id: input.releaseId, command: { type: 'DiscardRelease', data }, input });
});
