import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface LapseTopicClarificationInput {
  readonly topicId: string;
}

/** Records that no answer came in time; given by the timer. */
export const lapseTopicClarification = useCase<LapseTopicClarificationInput>('LapseTopicClarification', (env, input, context) =>
  onTopic(env, context, input, { type: 'LapseTopicClarification', data: { now: env.clock.now() } }),
);
