import type { TopicCommand, WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { reviewUntil } from '../../contributions/facts.ts';
import { onTopic, topicState } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';
import { workingCalendar } from '../../time/secretariat-calendar.ts';

export interface RequestTopicReviewInput {
  readonly topicId: string;
  readonly text: WorkingText;
}

/** The Member asks the Chair to look again at what was declined, as long as the procedure allows (BR-10). */
export const requestTopicReview = useCase<RequestTopicReviewInput>('RequestTopicReview', async (env, input, context) => {
  const act = actOf(env, context);
  const state = await topicState(env, input.topicId);
  const calendar = await workingCalendar(env);
  const command: TopicCommand<'RequestTopicReview'> = { type: 'RequestTopicReview', data: { ...act, text: input.text, until: act.now } };
  return onTopic(env, context, input, command, {
    fill: (_command, instance) => ({ ...command, data: { ...command.data, until: reviewUntil(calendar, instance, state, act.now) } }),
  });
});
