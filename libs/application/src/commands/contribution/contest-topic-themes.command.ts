import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { themesOf } from '../../facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ContestTopicThemesInput {
  readonly topicId: string;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  readonly text: WorkingText;
}

/** The Member asks for other themes than the Secretariat confirmed. */
export const contestTopicThemes = useCase<ContestTopicThemesInput>('ContestTopicThemes', async (env, input, context) => {
  const { primaryTheme, secondaryThemes, text } = input;
  return onTopic(env, context, input, {
    type: 'ContestTopicThemes',
    data: { ...actOf(env, context), primaryTheme, secondaryThemes, text, themes: await themesOf(env) },
  });
});
