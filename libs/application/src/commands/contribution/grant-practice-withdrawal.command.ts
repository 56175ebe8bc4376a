import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface GrantPracticeWithdrawalInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Takes back what is published, as its Member asked. */
export const grantPracticeWithdrawal = useCase<GrantPracticeWithdrawalInput>('GrantPracticeWithdrawal', (env, input, context) =>
  onPractice(env, context, input, { type: 'GrantPracticeWithdrawal', data: { ...actOf(env, context), reason: input.reason } }),
);
