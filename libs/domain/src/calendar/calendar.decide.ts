import { accept, isBlank, reject, type CalendarDate, type Decider, type Decision } from '../kernel/index.ts';
import type { CalendarCommand, CalendarEvent, CalendarRejection } from './calendar.events.ts';

export interface CalendarState {
  /** Days on which the office is closed, in the order of the calendar. */
  readonly closed: readonly CalendarDate[];
}

/** Closing days that are kept at most: an office that is closed every day has no deadlines. */
const mostDays = 1_000;

type Declared = CalendarCommand['data'];

const check = ({ date, today, note }: Declared): CalendarRejection | null => {
  if (date <= today) return { code: 'calendar.day_begun', date, today };
  return isBlank(note.en) || isBlank(note.fr) ? { code: 'calendar.note_missing' } : null;
};

const toEvent = (type: CalendarEvent['type'], { calendarId, date, note, now: recordedAt }: Declared): CalendarEvent => ({
  type,
  data: { calendarId, date, note, recordedAt },
});

const decide = ({ type, data }: CalendarCommand, { closed }: CalendarState): Decision<CalendarEvent, CalendarRejection> => {
  const closes = type === 'CloseCalendarDay';
  if (closed.includes(data.date) === closes) return accept();
  const wrong = check(data);
  if (wrong !== null) return reject(wrong);
  if (closes && closed.length >= mostDays) return reject({ code: 'calendar.too_many_days', most: mostDays });
  return accept(toEvent(closes ? 'CalendarDayClosed' : 'CalendarDayReopened', data));
};

export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent, CalendarRejection> = {
  category: 'calendar',
  initialState: { closed: [] },
  evolve: ({ closed }, { type, data: { date } }) => {
    const others = closed.filter((day) => day !== date);
    return { closed: type === 'CalendarDayClosed' ? [...others, date].sort() : others };
  },
  decide,
};
