import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RefuseTopicReviewInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** The Chair has looked again and leaves the decision as it is (BR-10). */
export const refuseTopicReview = useCase<RefuseTopicReviewInput>('RefuseTopicReview', (env, input, context) =>
  onTopic(env, context, input, { type: 'RefuseTopicReview', data: { ...actOf(env, context), reason: input.reason } }),
);
