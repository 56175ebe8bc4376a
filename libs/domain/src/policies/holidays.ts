import type { CalendarDate } from '../kernel/index.ts';
import { addDays, dateOf } from './calendar-date.ts';

/** Easter Sunday of the Gregorian calendar, from 1583. @see J. Meeus, Astronomical Algorithms, chapter 8 */
export const easterSunday = (year: number): CalendarDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skippedLeapDays = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + skippedLeapDays - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * lateMoon + 114;
  return dateOf({ year, month: Math.floor(fromMarch / 31), day: (fromMarch % 31) + 1 });
};

export type HolidayName =
  | 'new_year'
  | 'good_friday'
  | 'easter_monday'
  | 'labour_day'
  | 'ascension_day'
  | 'whit_monday'
  | 'national_day'
  | 'assumption_day'
  | 'all_saints'
  | 'armistice_day'
  | 'christmas_day';

export type HolidayRule =
  | { readonly name: HolidayName; readonly month: number; readonly day: number }
  /** Days after Easter Sunday; negative before it. */
  | { readonly name: HolidayName; readonly fromEaster: number };

/** The ten public holidays of Belgium. One on a Sunday is given back on a day that the employer chooses: a closing day. */
export const belgianHolidays: readonly HolidayRule[] = [
  { name: 'new_year', month: 1, day: 1 },
  { name: 'easter_monday', fromEaster: 1 },
  { name: 'labour_day', month: 5, day: 1 },
  { name: 'ascension_day', fromEaster: 39 },
  { name: 'whit_monday', fromEaster: 50 },
  { name: 'national_day', month: 7, day: 21 },
  { name: 'assumption_day', month: 8, day: 15 },
  { name: 'all_saints', month: 11, day: 1 },
  { name: 'armistice_day', month: 11, day: 11 },
  { name: 'christmas_day', month: 12, day: 25 },
];

/** What the Secretariat keeps besides: no public holiday in Belgium (`domain.md` §5). */
export const goodFriday: HolidayRule = { name: 'good_friday', fromEaster: -2 };

/** The dates of some holidays in a year, in the order of the rules. */
export const holidaysIn = (
  year: number,
  rules: readonly HolidayRule[],
): readonly { readonly name: HolidayName; readonly date: CalendarDate }[] =>
  rules.map((rule) => ({
    name: rule.name,
    date: 'fromEaster' in rule ? addDays(easterSunday(year), rule.fromEaster) : dateOf({ year, month: rule.month, day: rule.day }),
  }));
