import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { themesOf } from '../../facts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ContestPracticeThemesInput {
  readonly practiceId: string;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  readonly text: WorkingText;
}

/** The Member asks for other themes than the Secretariat confirmed. */
export const contestPracticeThemes = useCase<ContestPracticeThemesInput>('ContestPracticeThemes', async (env, input, context) => {
  const { primaryTheme, secondaryThemes, text } = input;
  return onPractice(env, context, input, {
    type: 'ContestPracticeThemes',
    data: { ...actOf(env, context), primaryTheme, secondaryThemes, text, themes: await themesOf(env) },
  });
});
