import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ConsentToTopicMergeInput {
  readonly topicId: string;
  readonly mergeId: string;
}

/** A Member behind either topic agrees to the merge (row B6). */
export const consentToTopicMerge = useCase<ConsentToTopicMergeInput>('ConsentToTopicMerge', (env, input, context) =>
  onTopic(env, context, input, { type: 'ConsentToTopicMerge', data: { ...actOf(env, context), mergeId: input.mergeId } }),
);
