import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RefusePracticeReviewInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** The Chair has looked again and leaves the decision as it is (BR-10). */
export const refusePracticeReview = useCase<RefusePracticeReviewInput>('RefusePracticeReview', (env, input, context) =>
  onPractice(env, context, input, { type: 'RefusePracticeReview', data: { ...actOf(env, context), reason: input.reason } }),
);
