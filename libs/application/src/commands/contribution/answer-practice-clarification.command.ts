import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AnswerPracticeClarificationInput {
  readonly practiceId: string;
  readonly answer: WorkingText;
}

/** The Member answers; the clock of the Secretariat runs on (row B3). */
export const answerPracticeClarification = useCase<AnswerPracticeClarificationInput>('AnswerPracticeClarification', (env, input, context) =>
  onPractice(env, context, input, { type: 'AnswerPracticeClarification', data: { ...actOf(env, context), answer: input.answer } }),
);
