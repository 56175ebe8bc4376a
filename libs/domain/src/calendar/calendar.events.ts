import type { Bilingual, CalendarDate, Instant } from '../kernel/index.ts';

/** A day on which an office is closed besides weekends and holidays, such as a bridge day. */
export interface ClosingDay {
  readonly calendarId: string;
  readonly date: CalendarDate;
  /** Why, as it is told to everybody. */
  readonly note: Bilingual;
}

export type CalendarEvent =
  | { readonly type: 'CalendarDayClosed'; readonly data: ClosingDay & { readonly recordedAt: Instant } }
  /** The office works that day after all. */
  | { readonly type: 'CalendarDayReopened'; readonly data: ClosingDay & { readonly recordedAt: Instant } };

/** today: the date where the office stands. */
interface Declared extends ClosingDay {
  readonly now: Instant;
  readonly today: CalendarDate;
}

export type CalendarCommand =
  { readonly type: 'CloseCalendarDay'; readonly data: Declared } | { readonly type: 'ReopenCalendarDay'; readonly data: Declared };

export type CalendarRejection =
  | { readonly code: 'calendar.note_missing' }
  /** Deadlines were counted by what was known of it: a day that has begun stays as it was. */
  | { readonly code: 'calendar.day_begun'; readonly date: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'calendar.too_many_days'; readonly most: number };
