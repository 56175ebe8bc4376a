import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ReserveTopicMergeInput {
  readonly topicId: string;
  readonly mergeId: string;
}

/** Holds a topic for a merge that every Member has agreed to (DESIGN §5). */
export const reserveTopicMerge = useCase<ReserveTopicMergeInput>('ReserveTopicMerge', (env, input, context) =>
  onTopic(env, context, input, { type: 'ReserveTopicMerge', data: { mergeId: input.mergeId, now: env.clock.now() } }),
);
