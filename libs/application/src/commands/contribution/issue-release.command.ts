import { releaseDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { candidatesOf } from '../../contributions/release-facts.ts';
import { runCommand, stateOf, useCase } from '../../run-command.ts';

export interface IssueReleaseInput {
  readonly releaseId: string;
}

/** Tells every decision of a batch at one moment (row B11): by another than who prepared it, and only what still stands. */
export const issueRelease = useCase<IssueReleaseInput>('IssueRelease', async (env, input, context) => {
  const { releaseId } = input;
  const batch = await stateOf(env, releaseDecider, releaseId);
  const candidates = batch.status === 'unknown' ? [] : await candidatesOf(env, batch.batch.items);
  const data = { ...actOf(env, context), candidates };
  return runCommand(env, context, { decider: releaseDecider, id: releaseId, command: { type: 'IssueRelease', data }, input });
});
