import { releaseDecider, type Bilingual } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { candidatesOf, type ReleaseNaming } from '../../contributions/release-facts.ts';
import { commandIdOf, runCommand, useCase } from '../../run-command.ts';

export interface PrepareReleaseInput {
  readonly title: Bilingual;
  readonly items: readonly ReleaseNaming[];
}

/** Puts decisions together that are to be told at one moment (row B11). */
export const prepareRelease = useCase<PrepareReleaseInput>('PrepareRelease', async (env, input, context) => {
  const releaseId = derivedId(commandIdOf(context), 'release', 0);
  const data = { ...actOf(env, context), releaseId, title: input.title, candidates: await candidatesOf(env, input.items) };
  return runCommand(env, context, { decider: releaseDecider, id: releaseId, command: { type: 'PrepareRelease', data }, input });
});
