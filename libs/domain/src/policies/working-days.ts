import type { CalendarDate } from '../kernel/index.ts';
import { addDays, weekdayOf, yearOf } from './calendar-date.ts';
import { belgianHolidays, goodFriday, holidaysIn, type HolidayRule } from './holidays.ts';

/** When an office works: Monday to Friday, but for holidays and for the days on which it is closed. */
export interface WorkingCalendar {
  readonly holidays: readonly HolidayRule[];
  /** Further closing days, such as a bridge day. */
  readonly closed: readonly CalendarDate[];
}

/** The Secretariat's year before it declares closing days of its own. */
export const secretariatCalendar: WorkingCalendar = { holidays: [...belgianHolidays, goodFriday], closed: [] };

/** The same calendar with more closing days. */
export const closedOn = (calendar: WorkingCalendar, dates: readonly CalendarDate[]): WorkingCalendar => ({
  ...calendar,
  closed: [...calendar.closed, ...dates],
});

export const isWorkingDay = ({ holidays, closed }: WorkingCalendar, date: CalendarDate): boolean =>
  weekdayOf(date) <= 5 && !closed.includes(date) && !holidaysIn(yearOf(date), holidays).some((holiday) => holiday.date === date);

/** The nearest working day in a direction, the date itself if it is one; null when the office is closed for more than a year. */
const nearest = (calendar: WorkingCalendar, date: CalendarDate, step: 1 | -1): CalendarDate | null => {
  for (let days = 0; days <= 366; days += 1) {
    const candidate = addDays(date, days * step);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  return null;
};

/** Whom a date binds: on a day without work it moves back for the Secretariat and on for Members (`domain.md` §5). */
export type Bound = 'secretariat' | 'member';

/** The date itself when it is a working day, else the previous one for the Secretariat and the next one for Members. */
export const toWorkingDay = (calendar: WorkingCalendar, date: CalendarDate, bound: Bound): CalendarDate =>
  nearest(calendar, date, bound === 'secretariat' ? -1 : 1) ?? date;

/**
 * The nth working day after a date, which itself does not count; before it when `count` is negative.
 *
 * @param count  whole working days; 0 is the date itself, whatever day it is
 */
export const addWorkingDays = (calendar: WorkingCalendar, date: CalendarDate, count: number): CalendarDate => {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) day = nearest(calendar, addDays(day, step), step) ?? addDays(day, step);
  return day;
};

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
};
