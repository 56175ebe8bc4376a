import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RequestPracticeWithdrawalInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Asks the Secretariat to take back what is published (row A6). */
export const requestPracticeWithdrawal = useCase<RequestPracticeWithdrawalInput>('RequestPracticeWithdrawal', (env, input, context) =>
  onPractice(env, context, input, { type: 'RequestPracticeWithdrawal', data: { ...actOf(env, context), reason: input.reason } }),
);
