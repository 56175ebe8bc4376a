import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ReleaseTopicMergeInput {
  readonly topicId: string;
  readonly mergeId: string;
  /** Code by which it was refused. */
  readonly cause: string;
}

/** Ends a reservation without a merge, because the other topic does not take it. */
export const releaseTopicMerge = useCase<ReleaseTopicMergeInput>('ReleaseTopicMerge', (env, input, context) =>
  onTopic(env, context, input, { type: 'ReleaseTopicMerge', data: { mergeId: input.mergeId, cause: input.cause, now: env.clock.now() } }),
);
