import type { CalendarDate } from '../kernel/index.ts';

/** Proleptic Gregorian year, month 1–12 and day of the month. */
interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const daysPerEra = 146_097;

/** Days since 1 March of the year 0: March first, so that the leap day is the last day of a year. */
const toDayNumber = ({ year, month, day }: Civil): number => {
  const fromMarch = (month + 9) % 12;
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  return era * daysPerEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
};

const fromDayNumber = (dayNumber: number): Civil => {
  const era = Math.floor(dayNumber / daysPerEra);
  const dayOfEra = dayNumber - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
};

const civilOf = (date: CalendarDate): Civil => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** The calendar date of a year, month (1–12) and day; years 0000 to 9999. */
export const dateOf = ({ year, month, day }: Civil): CalendarDate =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-') as CalendarDate;

/** The year of a date. */
export const yearOf = (date: CalendarDate): number => civilOf(date).year;

/** The date so many days later, or earlier when negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOf(fromDayNumber(toDayNumber(civilOf(date)) + days));

/** Days of a month, 28 to 31. */
const lengthOf = (year: number, month: number): number =>
  toDayNumber({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }) - toDayNumber({ year, month, day: 1 });

/** The same day so many months later, or earlier when negative; the last of the month where it has no such day. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const { year, month, day } = civilOf(date);
  const fromZero = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(fromZero / 12), (fromZero % 12) + 1];
  return dateOf({ year: toYear, month: toMonth, day: Math.min(day, lengthOf(toYear, toMonth)) });
};

/** Days from one date to another; negative when `to` lies before. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toDayNumber(civilOf(to)) - toDayNumber(civilOf(from));

/** Day of the week, 1 = Monday to 7 = Sunday (ISO 8601). */
export const weekdayOf = (date: CalendarDate): number => ((((toDayNumber(civilOf(date)) + 2) % 7) + 7) % 7) + 1;
