import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../kernel/index.ts';
import { addDays, addMonths, daysBetween, weekdayOf } from './calendar-date.ts';
import { belgianHolidays, easterSunday, goodFriday, holidaysIn } from './holidays.ts';

const on = (text: string): CalendarDate => text as CalendarDate;

describe('a calendar date', () => {
  it.each([
    ['2015-02-28', 1, '2015-03-01'],
    ['2016-02-28', 1, '2016-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-29', 366, '2001-03-01'],
    ['2015-03-01', -1, '2015-02-28'],
    ['2015-12-31', 1, '2016-01-01'],
    ['2016-01-01', -1, '2015-12-31'],
    ['1999-12-31', 36_525, '2099-12-31'],
    ['2015-06-15', 0, '2015-06-15'],
  ])('%s and %d days is %s', (date, days, expected) => {
    expect(addDays(on(date), days)).toBe(expected);
    expect(daysBetween(on(date), on(expected))).toBe(days);
  });

  it.each([
    ['2015-01-31', 1, '2015-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2015-02-28', 6, '2015-08-28'],
    ['2015-08-31', 6, '2016-02-29'],
    ['2015-11-15', 2, '2016-01-15'],
    ['2015-12-31', 12, '2016-12-31'],
    ['2015-03-31', -1, '2015-02-28'],
    ['2015-01-15', -1, '2014-12-15'],
    ['2015-06-15', 0, '2015-06-15'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(addMonths(on(date), months)).toBe(expected);
  });

  it.each([
    ['2015-02-03', 2],
    ['2015-04-05', 7],
    ['2015-06-15', 1],
    ['2000-02-29', 2],
    ['1900-01-01', 1],
    ['2100-03-01', 1],
    ['0000-03-05', 7],
    ['0000-02-28', 1],
  ])('%s is day %d of its week', (date, weekday) => {
    expect(weekdayOf(on(date))).toBe(weekday);
  });

  it('goes forward one day at a time through 400 years, each weekday after the other', () => {
    let day = on('1900-01-01');
    for (let count = 0; count < 146_097; count += 1) {
      const next = addDays(day, 1);
      if (next <= day || weekdayOf(next) !== (weekdayOf(day) % 7) + 1) throw new Error(`${next} follows ${day}`);
      day = next;
    }
    expect(day).toBe('2300-01-01');
  });
});

/** Month and day of the ecclesiastical full moon by golden number, from the tables that hold from 1900 to 2199. */
const fullMoons = ['04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05'].concat([
  '03-25',
  '04-13',
  '04-02',
  '03-22',
  '04-10',
  '03-30',
  '04-17',
  '04-07',
  '03-27',
]);

const easterFromTables = (year: number): CalendarDate => {
  const moon = on(`${String(year)}-${fullMoons[year % 19] ?? ''}`);
  return addDays(moon, 7 - (weekdayOf(moon) % 7));
};

describe('Easter', () => {
  it.each([
    '1900-04-15',
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1961-04-02',
    '1981-04-19',
    '1999-04-04',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2014-04-20',
    '2015-04-05',
    '2016-03-27',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2079-04-23',
    '2100-03-28',
  ])('fell or falls on %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it('is the Sunday after the full moon of the tables, from 1900 to 2100', () => {
    const years = Array.from({ length: 201 }, (_year, index) => 1900 + index);
    expect(years.map(easterSunday)).toStrictEqual(years.map(easterFromTables));
  });
});

it('Belgium has ten public holidays, of which four follow Easter', () => {
  expect(holidaysIn(2015, belgianHolidays)).toStrictEqual([
    { name: 'new_year', date: '2015-01-01' },
    { name: 'easter_monday', date: '2015-04-06' },
    { name: 'labour_day', date: '2015-05-01' },
    { name: 'ascension_day', date: '2015-05-14' },
    { name: 'whit_monday', date: '2015-05-25' },
    { name: 'national_day', date: '2015-07-21' },
    { name: 'assumption_day', date: '2015-08-15' },
    { name: 'all_saints', date: '2015-11-01' },
    { name: 'armistice_day', date: '2015-11-11' },
    { name: 'christmas_day', date: '2015-12-25' },
  ]);
  expect(holidaysIn(2015, [goodFriday])).toStrictEqual([{ name: 'good_friday', date: '2015-04-03' }]);
});
