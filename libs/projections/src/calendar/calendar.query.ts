import {
  closedOn,
  holidaysIn,
  secretariatCalendar,
  type Bilingual,
  type CalendarDate,
  type Instant,
  type WorkingCalendar,
} from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

/** A day of a year on which the Secretariat does not work, weekends apart. */
export type DayOff =
  | { readonly date: CalendarDate; readonly kind: 'holiday'; readonly name: string }
  | { readonly date: CalendarDate; readonly kind: 'closing_day'; readonly note: Bilingual; readonly recordedAt: Instant };

interface ClosingDayRow {
  readonly date: CalendarDate;
  readonly note: string;
  readonly recorded_at: Instant;
}

const closingDays = (db: ReadDatabase): readonly ClosingDayRow[] =>
  db.all<ClosingDayRow>("SELECT date, note, recorded_at FROM closing_day WHERE calendar_id = 'secretariat' ORDER BY date");

/** Holidays and closing days of the Secretariat in a year, in order. */
export const daysOff = (db: ReadDatabase, year: number): readonly DayOff[] => {
  const holidays = holidaysIn(year, secretariatCalendar.holidays).map(({ name, date }): DayOff => ({ date, kind: 'holiday', name }));
  const closed = closingDays(db)
    .filter(({ date }) => date.startsWith(`${String(year).padStart(4, '0')}-`))
    .map(({ date, note, recorded_at: recordedAt }): DayOff => ({
      date,
      kind: 'closing_day',
      note: JSON.parse(note) as Bilingual,
      recordedAt,
    }));
  return [...holidays, ...closed].sort((a, b) => (a.date < b.date ? -1 : 1));
};

/** When the Secretariat works, as far as it is on record. */
export const workingCalendarIn = (db: ReadDatabase): WorkingCalendar =>
  closedOn(
    secretariatCalendar,
    closingDays(db).map(({ date }) => date),
  );
