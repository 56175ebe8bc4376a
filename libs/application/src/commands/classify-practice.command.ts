import { practiceDecider } from '../../../domain/src/index.ts';
import { themesOf } from '../facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ClassifyPracticeInput {
  readonly practiceId: string;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
}

/** Confirms or changes the themes (BR-07); the Member's own text and choice stay as they were sent. */
export const classifyPractice = useCase<ClassifyPracticeInput>('ClassifyPractice', async (env, input, context) => {
  const { practiceId, primaryTheme, secondaryThemes } = input;
  const themes = await themesOf(env);
  return runCommand(env, context, {
    decider: practiceDecider,
    id: practiceId,
    command: { type: 'ClassifyPractice', data: { actor: context.caller, primaryTheme, secondaryThemes, themes } },
    input,
  });
});
