import { describe, expect, it } from '@jest/globals';
import { frozen } from '../../../../test/support/given.ts';
import type { CalendarDate, Instant } from '../kernel/index.ts';
import { deadlineOf, termFrom, type DeadlineRule, type ResolveWallTime, type RunningTerm } from './deadline-rule.ts';
import { secretariatCalendar } from './working-days.ts';

const on = (text: string): CalendarDate => text as CalendarDate;
const at = (text: string): Instant => text as Instant;

/** A place without summer time, where Thursday 9 April 2015 has no evening. */
const resolve: ResolveWallTime<{ readonly code: 'no_such_hour' }> = (wallTime, zone) =>
  wallTime === '2015-04-09T23:59'
    ? { rejection: { code: 'no_such_hour' } }
    : { deadline: { wallTime, zone, instant: at(`${wallTime}:00.000Z`) } };
const counting = frozen({ calendar: secretariatCalendar, resolve });
const until = (wallTime: string, zone = 'Europe/Brussels') => ({ deadline: { wallTime, zone, instant: at(`${wallTime}:00.000Z`) } });
const twoDays: DeadlineRule = frozen({ term: { workingDays: 2 }, bound: 'secretariat' });
const tenDays: DeadlineRule = frozen({ term: { workingDays: 10 }, bound: 'member' });

describe('a deadline', () => {
  it('is the end of its last day in Brussels, unless the rule says when and where', () => {
    expect(deadlineOf(twoDays, termFrom(on('2015-04-02')), counting)).toStrictEqual(until('2015-04-08T23:59'));
    expect(deadlineOf({ ...twoDays, at: '18:00', zone: 'Asia/Tokyo' }, termFrom(on('2015-04-02')), counting)).toStrictEqual(
      until('2015-04-08T18:00', 'Asia/Tokyo'),
    );
  });

  it('counted in days moves from a day without work, back for the Secretariat and on for Members', () => {
    const thirty = { term: { days: -30 } } as const;
    expect(deadlineOf({ ...thirty, bound: 'secretariat' }, termFrom(on('2015-06-15')), counting)).toStrictEqual(until('2015-05-15T23:59'));
    expect(deadlineOf({ ...thirty, bound: 'member' }, termFrom(on('2015-06-15')), counting)).toStrictEqual(until('2015-05-18T23:59'));
  });

  it('at a wall time that means none is told as such', () => {
    expect(deadlineOf(twoDays, termFrom(on('2015-04-07')), counting)).toStrictEqual({ rejection: { code: 'no_such_hour' } });
  });
});

describe('a clock that pauses', () => {
  const paused = (from: string, to: string, at = `${to}T12:00:00.000Z`): RunningTerm => ({
    anchor: on('2015-03-31'),
    pauses: [{ from: on(from), to: on(to) }],
    resumedAt: at as Instant,
  });

  it.each([
    ['2015-04-02', '2015-04-02'],
    ['2015-04-02', '2015-04-06'],
    ['2015-04-04', '2015-04-06'],
  ])('from %s to %s loses nothing: the same day, or days without work', (from, to) => {
    expect(deadlineOf(tenDays, paused(from, to), counting)).toStrictEqual(until('2015-04-16T23:59'));
  });

  it.each([
    ['2015-04-02', '2015-04-08', '2015-04-20'],
    ['2015-04-15', '2015-04-16', '2015-04-17'],
    ['2015-04-16', '2015-04-24', '2015-04-24'],
  ])('from %s to %s ends on %s: later by the working days of the pause', (from, to, end) => {
    expect(deadlineOf(tenDays, paused(from, to), counting)).toStrictEqual(until(`${end}T23:59`));
  });

  it('twice is later by both pauses', () => {
    const twice = {
      ...paused('2015-04-01', '2015-04-02'),
      pauses: [...paused('2015-04-01', '2015-04-02').pauses, ...paused('2015-04-08', '2015-04-10').pauses],
    };
    expect(deadlineOf(tenDays, twice, counting)).toStrictEqual(until('2015-04-21T23:59'));
  });

  it('counted in days or months is later by the days of the pause', () => {
    const running = paused('2015-04-01', '2015-04-08');
    expect(deadlineOf({ term: { days: 14 }, bound: 'member' }, running, counting)).toStrictEqual(until('2015-04-21T23:59'));
    expect(deadlineOf({ term: { months: 1 }, bound: 'member' }, running, counting)).toStrictEqual(until('2015-05-07T23:59'));
  });

  it('ends on the day it runs on, or on the next working day when that is over', () => {
    const rule: DeadlineRule = { ...twoDays, at: '18:00' };
    const resumed = (time: string): RunningTerm => paused('2015-04-02', '2015-04-10', `2015-04-10T${time}.000Z`);
    expect(deadlineOf(rule, resumed('17:59:59'), counting)).toStrictEqual(until('2015-04-10T18:00'));
    expect(deadlineOf(rule, resumed('18:00:00'), counting)).toStrictEqual(until('2015-04-13T18:00'));
  });
});
