import { topicDecider } from '../../../../domain/src/index.ts';
import { partEntry } from '../../contributions/topic-parts.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface CreateTopicPartInput {
  readonly originId: string;
  readonly partId: string;
}

/** Begins the life of one part of a divided topic; its Member confirms or corrects the wording. */
export const createTopicPart = useCase<CreateTopicPartInput>('EnterTopicForMember', async (env, input, context) => {
  const entry = await partEntry(env, context, input.originId, input.partId);
  if (entry === null) return refused({ code: 'topic.not_found' });
  return runCommand(env, context, {
    decider: topicDecider,
    id: input.partId,
    command: { type: 'EnterTopicForMember', data: entry },
    input,
  });
});
