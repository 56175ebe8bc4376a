import type { WorkingText } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { answerDue } from '../../contributions/facts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { commandIdOf, refused, useCase } from '../../run-command.ts';
import { workingCalendar } from '../../time/secretariat-calendar.ts';
import type { WallTime } from '../../time/wall-time.ts';

export interface RequestPracticeClarificationInput {
  readonly practiceId: string;
  readonly questions: WorkingText;
  /** When the answer is due; null for ten working days. */
  readonly due: WallTime | null;
}

/** Asks the Member something; the clock of the Secretariat pauses until the answer or the lapse (row B3). */
export const requestPracticeClarification = useCase<RequestPracticeClarificationInput>(
  'RequestPracticeClarification',
  async (env, input, context) => {
    const act = actOf(env, context);
    const due = answerDue(await workingCalendar(env), act.now, input.due);
    if ('rejection' in due) return refused(due.rejection);
    const clarificationId = derivedId(commandIdOf(context), 'clarification', 0);
    const data = { ...act, clarificationId, questions: input.questions, dueAt: due.dueAt };
    return onPractice(env, context, input, { type: 'RequestPracticeClarification', data });
  },
);
