import { mergeSource } from '../../contributions/merge-facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { refused, useCase } from '../../run-command.ts';

export interface AcceptTopicMergeInput {
  /** The topic that takes the other in. */
  readonly topicId: string;
  readonly sourceId: string;
  readonly mergeId: string;
}

/** The target takes a reserved topic in, unless it is to be merged itself, was withdrawn or is published (DESIGN §5). */
export const acceptTopicMerge = useCase<AcceptTopicMergeInput>('AcceptTopicMerge', async (env, input, context) => {
  const { topicId, sourceId, mergeId } = input;
  const source = await mergeSource(env, sourceId, mergeId, topicId);
  if ('code' in source) return refused(source);
  return onTopic(env, context, input, { type: 'AcceptTopicMerge', data: { source, now: env.clock.now() } });
});
