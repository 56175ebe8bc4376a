import { calendarDecider, type Bilingual, type CalendarDate } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';
import { secretariatCalendarId as calendarId } from '../time/secretariat-calendar.ts';
import { brusselsDate } from '../time/wall-time.ts';

export interface ReopenCalendarDayInput {
  readonly date: CalendarDate;
  /** Why, as it is told to everybody. */
  readonly note: Bilingual;
}

/** The Secretariat works on that day after all; deadlines that run keep their date. */
export const reopenCalendarDay = useCase<ReopenCalendarDayInput>('ReopenCalendarDay', (env, input, context) => {
  const now = env.clock.now();
  const data = { ...input, calendarId, now, today: brusselsDate(now) };
  return runCommand(env, context, { decider: calendarDecider, id: calendarId, command: { type: 'ReopenCalendarDay', data }, input });
});
