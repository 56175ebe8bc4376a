import { describe, expect, it } from '@jest/globals';
import {
  bindFrench,
  daysBetween,
  formatDate,
  formatDateRange,
  formatDeadline,
  formatDay,
  formatMoment,
  formatMonth,
  formatNumber,
  say,
} from './format.ts';

const deadline = '2015-03-31T21:59:00.000Z';

describe('what the pages write', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1,000', '1\u202F000'],
    [1234567, '1,234,567', '1\u202F234\u202F567'],
  ])('the number %d', (value, en, fr) => {
    expect([formatNumber(value, 'en'), formatNumber(value, 'fr')]).toStrictEqual([en, fr]);
  });

  it('binds French punctuation, and leaves times and addresses alone', () => {
    expect(bindFrench('Quoi ? « Rien » ; voir : https://a.b')).toBe('Quoi\u00A0? «\u00A0Rien\u00A0»\u00A0; voir\u00A0: https://a.b');
  });

  it('tells a deadline in Brussels, summer time included', () => {
    expect(formatDeadline(deadline, 'en')).toBe('Tuesday 31 March 2015, 23:59 in Brussels');
    expect(formatDeadline(deadline, 'fr')).toBe('mardi 31 mars 2015, 23\u00A0h\u00A059 à Bruxelles');
  });

  it('tells a moment on both sides of midnight in Brussels', () => {
    expect(formatMoment('2015-02-02T22:59:59.999Z', 'en')).toBe('2 February 2015, 23:59');
    expect(formatMoment('2015-02-02T23:00:00.000Z', 'en')).toBe('3 February 2015, 00:00');
    expect(formatMoment('2015-02-03T08:05:00.000Z', 'fr')).toBe('3 février 2015, 9\u00A0h\u00A005');
    expect(formatDay(deadline, 'fr')).toBe('31 mars 2015');
  });

  it('tells dates, ranges and months', () => {
    expect(formatDate('2015-03-02', 'en')).toBe('2 March 2015');
    expect(formatDateRange('2015-03-03', '2015-03-06', 'en')).toBe('3–6 March 2015');
    expect(formatDateRange('2015-03-30', '2015-04-01', 'fr')).toBe('30 mars – 1 avril 2015');
    expect(formatMonth('2015-06', 'fr')).toBe('juin 2015');
  });

  it('counts days as people in Brussels do, over the change of the clocks', () => {
    expect(daysBetween('2015-03-31T00:00:00.000Z', deadline)).toBe(0);
    expect(daysBetween('2015-03-30T21:59:59.999Z', deadline)).toBe(1);
    expect(daysBetween('2015-03-28T22:30:00.000Z', '2015-03-29T22:30:00.000Z')).toBe(2);
    expect(daysBetween('2015-02-03T08:00:00.000Z', deadline)).toBe(56);
  });

  it('fills facts in, and binds what it says in French', () => {
    expect(say('en', 'daysLeft', { count: 1000 })).toBe('1,000 days remain.');
    expect(say('fr', 'daysLeft', { count: 56 })).toBe('Il reste 56 jours.');
  });
});
