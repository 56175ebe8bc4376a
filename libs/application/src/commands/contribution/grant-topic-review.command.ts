import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface GrantTopicReviewInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** The Chair opens again what was declined, as its Member asked (BR-10). */
export const grantTopicReview = useCase<GrantTopicReviewInput>('GrantTopicReview', (env, input, context) =>
  onTopic(env, context, input, { type: 'GrantTopicReview', data: { ...actOf(env, context), reason: input.reason } }),
);
