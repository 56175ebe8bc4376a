import type { WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AnswerTopicClarificationInput {
  readonly topicId: string;
  readonly answer: WorkingText;
}

/** The Member answers; the clock of the Secretariat runs on (row B3). */
export const answerTopicClarification = useCase<AnswerTopicClarificationInput>('AnswerTopicClarification', (env, input, context) =>
  onTopic(env, context, input, { type: 'AnswerTopicClarification', data: { ...actOf(env, context), answer: input.answer } }),
);
