import { describe, expect, it } from '@jest/globals';
import { frozen } from '../../../../test/support/given.ts';
import type { CalendarDate } from '../kernel/index.ts';
import { addDays } from './calendar-date.ts';
import { belgianHolidays } from './holidays.ts';
import { addWorkingDays, closedOn, isWorkingDay, secretariatCalendar, toWorkingDay, workingDaysBetween } from './working-days.ts';

const on = (text: string): CalendarDate => text as CalendarDate;
const calendar = frozen(secretariatCalendar);
const bridged = frozen(closedOn(secretariatCalendar, [on('2015-05-15')]));

describe('a working day', () => {
  it.each([
    ['2015-04-02', true],
    ['2015-04-03', false],
    ['2015-04-04', false],
    ['2015-04-05', false],
    ['2015-04-06', false],
    ['2015-04-07', true],
    ['2015-05-01', false],
    ['2015-05-14', false],
    ['2015-05-15', true],
    ['2016-01-01', false],
  ])('%s: %j', (date, works) => {
    expect(isWorkingDay(calendar, on(date))).toBe(works);
  });

  it('is none on which the office is closed, and Good Friday is one where only public holidays are kept', () => {
    expect(isWorkingDay(bridged, on('2015-05-15'))).toBe(false);
    expect(isWorkingDay({ holidays: belgianHolidays, closed: [] }, on('2015-04-03'))).toBe(true);
  });
});

describe('a date on a day without work', () => {
  it.each([
    ['2015-05-16', '2015-05-15', '2015-05-18'],
    ['2015-04-04', '2015-04-02', '2015-04-07'],
    ['2015-04-02', '2015-04-02', '2015-04-02'],
    ['2016-01-01', '2015-12-31', '2016-01-04'],
  ])('%s moves to %s for the Secretariat and to %s for Members', (date, secretariat, member) => {
    expect(toWorkingDay(calendar, on(date), 'secretariat')).toBe(secretariat);
    expect(toWorkingDay(calendar, on(date), 'member')).toBe(member);
  });

  it('moves over the bridge day too', () => {
    expect(toWorkingDay(bridged, on('2015-05-16'), 'secretariat')).toBe('2015-05-13');
  });

  it('stays where it is when the office never works', () => {
    const everyDay = Array.from({ length: 800 }, (_day, index) => addDays(on('2014-06-01'), index));
    const never = { holidays: [], closed: everyDay };
    expect(toWorkingDay(never, on('2015-06-15'), 'member')).toBe('2015-06-15');
    expect(addWorkingDays(never, on('2015-06-15'), 2)).toBe('2015-06-17');
  });
});

describe('working days', () => {
  it.each([
    ['2015-03-31', 1, '2015-04-01'],
    ['2015-03-31', 3, '2015-04-07'],
    ['2015-04-16', -10, '2015-03-31'],
    ['2015-04-04', 1, '2015-04-07'],
    ['2015-04-04', -1, '2015-04-02'],
    ['2015-04-04', 0, '2015-04-04'],
    ['2015-12-31', 1, '2016-01-04'],
  ])('from %s, %d of them lead to %s', (date, count, expected) => {
    expect(addWorkingDays(calendar, on(date), count)).toBe(expected);
  });

  it.each([
    ['2015-03-31', '2015-04-16', 10],
    ['2015-04-20', '2015-05-05', 10],
    ['2015-04-20', '2015-05-04', 9],
    ['2015-04-02', '2015-04-06', 0],
    ['2015-04-02', '2015-04-07', 1],
    ['2015-04-02', '2015-04-02', 0],
    ['2015-04-16', '2015-03-31', 0],
  ])('after %s and up to %s there are %d', (from, to, count) => {
    expect(workingDaysBetween(calendar, on(from), on(to))).toBe(count);
  });
});
