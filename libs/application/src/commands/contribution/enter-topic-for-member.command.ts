import { topicDecider } from '../../../../domain/src/index.ts';
import { entryOf, type EntryInput } from '../../contributions/entries.ts';
import { runCommand, useCase } from '../../run-command.ts';

export type EnterTopicForMemberInput = EntryInput;

/** Enters for a Member what came by mail, by note verbale or from the floor (rows A13, A14); the deadline counts by the day it was received. */
export const enterTopicForMember = useCase<EnterTopicForMemberInput>('EnterTopicForMember', async (env, input, context) => {
  const data = await entryOf(env, context, input);
  return runCommand(env, context, {
    decider: topicDecider,
    id: data.release.contributionId,
    command: { type: 'EnterTopicForMember', data },
    input,
  });
});
