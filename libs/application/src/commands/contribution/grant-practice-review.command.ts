import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface GrantPracticeReviewInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** The Chair opens again what was declined, as its Member asked (BR-10). */
export const grantPracticeReview = useCase<GrantPracticeReviewInput>('GrantPracticeReview', (env, input, context) =>
  onPractice(env, context, input, { type: 'GrantPracticeReview', data: { ...actOf(env, context), reason: input.reason } }),
);
