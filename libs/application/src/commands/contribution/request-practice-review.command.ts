import type { PracticeCommand, WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { reviewUntil } from '../../contributions/facts.ts';
import { onPractice, practiceState } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';
import { workingCalendar } from '../../time/secretariat-calendar.ts';

export interface RequestPracticeReviewInput {
  readonly practiceId: string;
  readonly text: WorkingText;
}

/** The Member asks the Chair to look again at what was declined, as long as the procedure allows (BR-10). */
export const requestPracticeReview = useCase<RequestPracticeReviewInput>('RequestPracticeReview', async (env, input, context) => {
  const act = actOf(env, context);
  const state = await practiceState(env, input.practiceId);
  const calendar = await workingCalendar(env);
  const command: PracticeCommand<'RequestPracticeReview'> = {
    type: 'RequestPracticeReview',
    data: { ...act, text: input.text, until: act.now },
  };
  return onPractice(env, context, input, command, {
    fill: (_command, instance) => ({ ...command, data: { ...command.data, until: reviewUntil(calendar, instance, state, act.now) } }),
  });
});
