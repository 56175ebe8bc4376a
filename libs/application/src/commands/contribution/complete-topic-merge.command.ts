import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface CompleteTopicMergeInput {
  readonly topicId: string;
  readonly mergeId: string;
}

/** Ends a reservation in the merge that the other topic has accepted. */
export const completeTopicMerge = useCase<CompleteTopicMergeInput>('CompleteTopicMerge', (env, input, context) =>
  onTopic(env, context, input, { type: 'CompleteTopicMerge', data: { mergeId: input.mergeId, now: env.clock.now() } }),
);
