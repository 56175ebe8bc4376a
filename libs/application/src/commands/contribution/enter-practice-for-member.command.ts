import { practiceDecider } from '../../../../domain/src/index.ts';
import { entryOf, type EntryInput } from '../../contributions/entries.ts';
import { runCommand, useCase } from '../../run-command.ts';

export type EnterPracticeForMemberInput = EntryInput;

/** Enters for a Member what came by mail, by note verbale or from the floor (rows A13, A14); the deadline counts by the day it was received. */
export const enterPracticeForMember = useCase<EnterPracticeForMemberInput>('EnterPracticeForMember', async (env, input, context) => {
  const data = await entryOf(env, context, input);
  return runCommand(env, context, {
    decider: practiceDecider,
    id: data.release.contributionId,
    command: { type: 'EnterPracticeForMember', data },
    input,
  });
});
