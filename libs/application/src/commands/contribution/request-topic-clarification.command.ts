import type { WorkingText } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { answerDue } from '../../contributions/facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { commandIdOf, refused, useCase } from '../../run-command.ts';
import { workingCalendar } from '../../time/secretariat-calendar.ts';
import type { WallTime } from '../../time/wall-time.ts';

export interface RequestTopicClarificationInput {
  readonly topicId: string;
  readonly questions: WorkingText;
  /** When the answer is due; null for ten working days. */
  readonly due: WallTime | null;
}

/** Asks the Member something; the clock of the Secretariat pauses until the answer or the lapse (row B3). */
export const requestTopicClarification = useCase<RequestTopicClarificationInput>(
  'RequestTopicClarification',
  async (env, input, context) => {
    const act = actOf(env, context);
    const due = answerDue(await workingCalendar(env), act.now, input.due);
    if ('rejection' in due) return refused(due.rejection);
    const clarificationId = derivedId(commandIdOf(context), 'clarification', 0);
    const data = { ...act, clarificationId, questions: input.questions, dueAt: due.dueAt };
    return onTopic(env, context, input, { type: 'RequestTopicClarification', data });
  },
);
