import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ReconsiderPracticeInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Opens a decision again; the earlier one stays visible beside it (row B13). */
export const reconsiderPractice = useCase<ReconsiderPracticeInput>('ReconsiderPractice', (env, input, context) =>
  onPractice(env, context, input, { type: 'ReconsiderPractice', data: { ...actOf(env, context), reason: input.reason } }),
);
