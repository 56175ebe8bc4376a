import { describe, expect, it } from '@jest/globals';
import { frozen } from '../../../../test/support/given.ts';
import type { CalendarDate, Instant } from '../kernel/index.ts';
import { deadlineAfterPause, deadlineOf, remainingTerm, type DeadlineRule, type ResolveWallTime } from './deadline-rule.ts';
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
    expect(deadlineOf(twoDays, on('2015-04-02'), counting)).toStrictEqual(until('2015-04-08T23:59'));
    expect(deadlineOf({ ...twoDays, at: '18:00', zone: 'Asia/Tokyo' }, on('2015-04-02'), counting)).toStrictEqual(
      until('2015-04-08T18:00', 'Asia/Tokyo'),
    );
  });

  it('counted in days moves from a day without work, back for the Secretariat and on for Members', () => {
    const thirty = { term: { days: -30 } } as const;
    expect(deadlineOf({ ...thirty, bound: 'secretariat' }, on('2015-06-15'), counting)).toStrictEqual(until('2015-05-15T23:59'));
    expect(deadlineOf({ ...thirty, bound: 'member' }, on('2015-06-15'), counting)).toStrictEqual(until('2015-05-18T23:59'));
  });

  it('at a wall time that means none is told as such', () => {
    expect(deadlineOf(twoDays, on('2015-04-07'), counting)).toStrictEqual({ rejection: { code: 'no_such_hour' } });
  });
});

describe('a clock that pauses', () => {
  const running = until('2015-04-16T23:59').deadline;

  it.each([
    ['2015-03-31', 10],
    ['2015-04-02', 8],
    ['2015-04-06', 8],
    ['2015-04-15', 1],
    ['2015-04-16', 0],
    ['2015-04-17', 0],
  ])('on %s has %d working days left until 16 April', (date, left) => {
    expect(remainingTerm(tenDays, running, on(date), secretariatCalendar)).toStrictEqual({ workingDays: left });
  });

  it('has days left when it is counted in days, never fewer than none', () => {
    const days: DeadlineRule = { term: { days: 30 }, bound: 'member' };
    expect(remainingTerm(days, running, on('2015-04-10'), secretariatCalendar)).toStrictEqual({ days: 6 });
    expect(remainingTerm(days, running, on('2015-04-17'), secretariatCalendar)).toStrictEqual({ days: 0 });
  });

  it('loses nothing when it runs on the same day, or on a day without work', () => {
    const left = remainingTerm(tenDays, running, on('2015-04-02'), secretariatCalendar);
    for (const date of ['2015-04-02', '2015-04-03', '2015-04-06'])
      expect(deadlineAfterPause(tenDays, left, { on: on(date), at: at(`${date}T12:00:00.000Z`) }, counting)).toStrictEqual({
        deadline: running,
      });
  });

  it('is later by the working days of the pause', () => {
    const resumed = { on: on('2015-04-08'), at: at('2015-04-08T12:00:00.000Z') };
    expect(deadlineAfterPause(tenDays, { workingDays: 8 }, resumed, counting)).toStrictEqual(until('2015-04-20T23:59'));
  });

  it('that stopped on its last day ends on the day it runs on, or on the next working day when that is over', () => {
    const rule: DeadlineRule = { ...tenDays, at: '18:00' };
    const none = { workingDays: 0 };
    const resumedAt = (time: string) => ({ on: on('2015-04-02'), at: at(`2015-04-02T${time}.000Z`) });
    expect(deadlineAfterPause(rule, none, resumedAt('17:59:59'), counting)).toStrictEqual(until('2015-04-02T18:00'));
    expect(deadlineAfterPause(rule, none, resumedAt('18:00:00'), counting)).toStrictEqual(until('2015-04-07T18:00'));
  });

  it('at a wall time that means none is told as such', () => {
    const resumed = { on: on('2015-04-08'), at: at('2015-04-08T12:00:00.000Z') };
    expect(deadlineAfterPause(twoDays, { workingDays: 1 }, resumed, counting)).toStrictEqual({ rejection: { code: 'no_such_hour' } });
  });
});
