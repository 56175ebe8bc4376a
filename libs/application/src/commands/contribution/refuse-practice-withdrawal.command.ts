import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RefusePracticeWithdrawalInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Leaves published what its Member asked to take back. */
export const refusePracticeWithdrawal = useCase<RefusePracticeWithdrawalInput>('RefusePracticeWithdrawal', (env, input, context) =>
  onPractice(env, context, input, { type: 'RefusePracticeWithdrawal', data: { ...actOf(env, context), reason: input.reason } }),
);
