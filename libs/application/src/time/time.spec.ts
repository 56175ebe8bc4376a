import { describe, expect, it } from '@jest/globals';
import { startClock } from './business-clock.ts';
import { brusselsDate, nextMorning, parseInstant, resolveWallTime } from './wall-time.ts';
import type { Instant } from '../../../domain/src/index.ts';

const at = (instant: string): Instant => instant as Instant;
const zone = 'Europe/Brussels';

describe('a wall time', () => {
  it.each([
    ['2015-03-31T23:59', '2015-03-31T21:59:00.000Z'],
    ['2015-02-03T09:00', '2015-02-03T08:00:00.000Z'],
    ['2015-03-29T01:59', '2015-03-29T00:59:00.000Z'],
    ['2015-03-29T03:00', '2015-03-29T01:00:00.000Z'],
    ['2015-10-25T01:59', '2015-10-24T23:59:00.000Z'],
    ['2015-10-25T03:00', '2015-10-25T02:00:00.000Z'],
  ])('%s in Brussels means %s', (wallTime, instant) => {
    expect(resolveWallTime(wallTime, zone)).toStrictEqual({ deadline: { wallTime, zone, instant } });
  });

  it.each([
    ['2015-03-29T02:00', 'deadline.nonexistent_hour'],
    ['2015-03-29T02:59', 'deadline.nonexistent_hour'],
    ['2015-10-25T02:00', 'deadline.ambiguous_hour'],
    ['2015-10-25T02:59', 'deadline.ambiguous_hour'],
  ])('%s in Brussels is refused as %s', (wallTime, code) => {
    expect(resolveWallTime(wallTime, zone)).toStrictEqual({ rejection: { code, wallTime, zone } });
  });

  it.each(['2015-02-29T10:00', '2015-13-01T10:00', '2015-01-01T24:00', '2015-01-01', '2015-01-01T10:00:00', '2015-01-01T10:00Z', ''])(
    '%p is no wall time',
    (wallTime) => {
      expect(resolveWallTime(wallTime, zone)).toStrictEqual({ rejection: { code: 'deadline.bad_wall_time', wallTime } });
    },
  );

  it.each(['Europe/Bruges', '+01:00', '', '../etc'])('%p is no zone', (wrong) => {
    expect(resolveWallTime('2015-03-31T23:59', wrong)).toStrictEqual({ rejection: { code: 'deadline.bad_zone', zone: wrong } });
  });
});

describe('an instant', () => {
  it.each([
    ['2015-03-31T23:59:00+02:00', '2015-03-31T21:59:00.000Z'],
    ['2015-03-31T21:59Z', '2015-03-31T21:59:00.000Z'],
    ['2015-03-31T21:59:00.123456Z', '2015-03-31T21:59:00.123Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each(['2015-02-29T00:00:00Z', '2015-03-31T24:00:00Z', '2015-03-31T21:59:00', '2015-03-31', '31 March 2015', ''])(
    '%p is none',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});

describe('a day in Brussels', () => {
  it('begins at midnight there', () => {
    expect(brusselsDate(at('2015-03-31T21:59:59.999Z'))).toBe('2015-03-31');
    expect(brusselsDate(at('2015-03-31T22:00:00.000Z'))).toBe('2015-04-01');
  });

  it('is followed by a morning, over the change of the clocks', () => {
    expect(nextMorning(at('2015-03-28T08:00:00.000Z'))).toBe('2015-03-29T07:00:00.000Z');
    expect(nextMorning(at('2015-02-02T22:59:00.000Z'))).toBe('2015-02-03T08:00:00.000Z');
    expect(nextMorning(at('2015-02-02T23:30:00.000Z'))).toBe('2015-02-04T08:00:00.000Z');
  });
});

describe('the business clock', () => {
  const start = at('2015-02-03T08:00:00.000Z');
  const later = at('2015-02-10T08:00:00.000Z');

  it('is the machine’s own when it is real, and cannot be put forward', () => {
    const clock = startClock({ mode: 'real' }, later, () => 1_000);
    clock.advanceTo(later);
    expect(clock.now()).toBe('1970-01-01T00:00:01.000Z');
  });

  it('runs at its rate from where the record stands', () => {
    let machine = 5_000;
    const clock = startClock({ mode: 'virtual', start, rate: 2 }, later, () => machine);
    machine += 1_500;
    expect(clock.now()).toBe('2015-02-10T08:00:03.000Z');
  });

  it('starts at its start when nothing is recorded', () => {
    expect(startClock({ mode: 'virtual', start, rate: 1 }, null, () => 0).now()).toBe(start);
  });

  it('goes forward, and never back: neither by order nor with the machine', () => {
    let machine = 5_000;
    const clock = startClock({ mode: 'virtual', start, rate: 1 }, null, () => machine);
    clock.advanceTo(later);
    clock.advanceTo(start);
    machine -= 3_000;
    expect(clock.now()).toBe(later);
  });
});
