import { topicDecider } from '../../../domain/src/index.ts';
import { themesOf } from '../facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ClassifyTopicInput {
  readonly topicId: string;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
}

/** Confirms or changes the themes (BR-07); the Member's own text and choice stay as they were sent. */
export const classifyTopic = useCase<ClassifyTopicInput>('ClassifyTopic', async (env, input, context) => {
  const { topicId, primaryTheme, secondaryThemes } = input;
  const themes = await themesOf(env);
  return runCommand(env, context, {
    decider: topicDecider,
    id: topicId,
    command: { type: 'ClassifyTopic', data: { primaryTheme, secondaryThemes, themes } },
    input,
  });
});
