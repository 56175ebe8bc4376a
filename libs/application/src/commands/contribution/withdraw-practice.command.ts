import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface WithdrawPracticeInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Takes it back, with a coded reason and a text (row A6); once published it can only be asked for. */
export const withdrawPractice = useCase<WithdrawPracticeInput>('WithdrawPractice', (env, input, context) =>
  onPractice(env, context, input, { type: 'WithdrawPractice', data: { ...actOf(env, context), reason: input.reason } }),
);
