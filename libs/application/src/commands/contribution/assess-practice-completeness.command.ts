import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AssessPracticeCompletenessInput {
  readonly practiceId: string;
  readonly result: 'complete' | 'incomplete' | 'not_required';
  readonly note: WorkingText;
}

/** Says whether everything needed is there, apart from merit (row B4). */
export const assessPracticeCompleteness = useCase<AssessPracticeCompletenessInput>('AssessPracticeCompleteness', (env, input, context) =>
  onPractice(env, context, input, {
    type: 'AssessPracticeCompleteness',
    data: { ...actOf(env, context), result: input.result, note: input.note },
  }),
);
