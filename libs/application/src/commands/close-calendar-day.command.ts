import { calendarDecider, type Bilingual, type CalendarDate } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';
import { secretariatCalendarId as calendarId } from '../time/secretariat-calendar.ts';
import { brusselsDate } from '../time/wall-time.ts';

export interface CloseCalendarDayInput {
  readonly date: CalendarDate;
  /** Why, as it is told to everybody. */
  readonly note: Bilingual;
}

/** Declares a day on which the Secretariat is closed: working days that are counted from now on skip it, deadlines that run keep their date. */
export const closeCalendarDay = useCase<CloseCalendarDayInput>('CloseCalendarDay', (env, input, context) => {
  const now = env.clock.now();
  const data = { ...input, calendarId, now, today: brusselsDate(now) };
  return runCommand(env, context, { decider: calendarDecider, id: calendarId, command: { type: 'CloseCalendarDay', data }, input });
});
