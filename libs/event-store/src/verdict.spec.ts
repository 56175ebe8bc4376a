import { describe, expect, it } from '@jest/globals';
import { StreamDeleted, WrongExpectedVersion } from './errors.ts';
import type { ExpectedRevision } from './event-store.port.ts';
import { judge, judgeDelete, type StreamFacts } from './verdict.ts';

/** A stream of the events a, b, c … at the revisions 0, 1, 2 … */
const holding = (ids: string, more: Partial<StreamFacts> = {}): StreamFacts => ({
  last: ids === '' ? null : BigInt(ids.length) - 1n,
  softDeleted: false,
  tombstoned: false,
  idAt: (revision) => ids[Number(revision)] ?? null,
  revisionOf: (id) => (ids.includes(id) ? BigInt(ids.indexOf(id)) : null),
  ...more,
});
const missing = holding('');
const softDeleted = { softDeleted: true };
const tombstoned = { tombstoned: true };

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return `wrong, it is ${error.actual}: ${error.message}`;
    return error instanceof StreamDeleted ? 'deleted for ever' : error;
  }
};

const verdict = (facts: StreamFacts, expected: ExpectedRevision, ids: string): unknown =>
  refusal(() => judge('s-1', expected, Array.from(ids), facts));
const from = (first: bigint): object => ({ kind: 'append', first });
const repeat = (last: bigint): object => ({ kind: 'repeat', last });
const wrong = (expected: string, actual: string): string => `wrong, it is ${actual}: s-1: expected revision ${expected}, found ${actual}`;

describe('an append', () => {
  it.each(['any', 'no_stream', 'stream_exists', 2n, 9n] as const)('I1 to a tombstoned stream fails (%s)', (expected) => {
    expect(verdict(holding('abc', tombstoned), expected, 'a')).toBe('deleted for ever');
    expect(verdict(holding('', tombstoned), expected, 'a')).toBe('deleted for ever');
  });

  it('I2 to a stream that never was begins it', () => {
    expect(verdict(missing, 'any', 'ab')).toStrictEqual(from(0n));
    expect(verdict(missing, 'no_stream', 'ab')).toStrictEqual(from(0n));
  });

  it('I3 to a stream that never was fails when one was expected', () => {
    expect(verdict(missing, 'stream_exists', 'a')).toBe(wrong('stream_exists', 'no_stream'));
    expect(verdict(missing, 0n, 'a')).toBe(wrong('0', 'no_stream'));
  });

  it('I4 whose ids stand behind the expected revision is a repeat, whatever follows', () => {
    expect(verdict(holding('abcd'), 'no_stream', 'abcd')).toStrictEqual(repeat(3n));
    expect(verdict(holding('abcd'), 'no_stream', 'a')).toStrictEqual(repeat(0n));
    expect(verdict(holding('abcd'), 0n, 'bc')).toStrictEqual(repeat(2n));
    expect(verdict(holding('abcd'), 2n, 'd')).toStrictEqual(repeat(3n));
  });

  it('I5 with other ids than those that stand there fails', () => {
    expect(verdict(holding('abcd'), 'no_stream', 'x')).toBe(wrong('no_stream', '3'));
    expect(verdict(holding('abcd'), 1n, 'd')).toBe(wrong('1', '3'));
  });

  it('I5 to a soft-deleted stream that is expected not to be goes on numbering', () => {
    expect(verdict(holding('abcd', softDeleted), 'no_stream', 'x')).toStrictEqual(from(4n));
    expect(verdict(holding('abcd', softDeleted), 1n, 'x')).toBe(wrong('1', 'no_stream'));
  });

  it('I6 that begins like what stands there and goes on otherwise, or longer, fails', () => {
    expect(verdict(holding('abcd'), 0n, 'bx')).toBe(wrong('0', '3'));
    expect(verdict(holding('abcd'), 0n, 'xc')).toBe(wrong('0', '3'));
    expect(verdict(holding('abcd'), 1n, 'cde')).toBe(wrong('1', '3'));
  });

  it('I7 at a revision to come fails', () => {
    expect(verdict(holding('ab'), 2n, 'c')).toBe(wrong('2', '1'));
    expect(verdict(holding('ab', { idAt: () => 'c' }), 2n, 'c')).toBe(wrong('2', '1'));
  });

  it('I8 at the current revision is taken, the same ids again too', () => {
    expect(verdict(holding('ab'), 1n, 'b')).toStrictEqual(from(2n));
    expect(verdict(holding('ab', softDeleted), 1n, 'c')).toStrictEqual(from(2n));
  });

  it.each(['any', 'stream_exists'] as const)('I9 with %s is a repeat when its ids stand together somewhere', (expected) => {
    expect(verdict(holding('abcd'), expected, 'bc')).toStrictEqual(repeat(2n));
    expect(verdict(holding('abcd'), expected, 'a')).toStrictEqual(repeat(0n));
  });

  it.each(['any', 'stream_exists'] as const)('I10 with %s fails when only its first ids are known', (expected) => {
    expect(verdict(holding('abcd'), expected, 'dx')).toBe(wrong(expected, '3'));
    expect(verdict(holding('abcd'), expected, 'ac')).toBe(wrong(expected, '3'));
  });

  it.each(['any', 'stream_exists'] as const)('I11 with %s is taken when its first id is not known, later ones or not', (expected) => {
    expect(verdict(holding('abcd'), expected, 'xa')).toStrictEqual(from(4n));
  });

  it('I12 to a soft-deleted stream that is expected to exist fails, a repeat too', () => {
    expect(verdict(holding('abcd', softDeleted), 'stream_exists', 'x')).toBe(wrong('stream_exists', 'no_stream'));
    expect(verdict(holding('abcd', softDeleted), 'stream_exists', 'a')).toBe(wrong('stream_exists', 'no_stream'));
    expect(verdict(holding('abcd', softDeleted), 'any', 'x')).toStrictEqual(from(4n));
    expect(verdict(holding('abcd', softDeleted), 'any', 'a')).toStrictEqual(repeat(0n));
  });
});

describe('a delete', () => {
  const of = (facts: StreamFacts, expected: ExpectedRevision): unknown =>
    refusal(() => {
      judgeDelete('s-1', expected, facts);
    });

  it('may go ahead on what was expected', () => {
    expect(of(holding('abc'), 2n)).toBeUndefined();
    expect(of(holding('abc'), 'any')).toBeUndefined();
    expect(of(holding('abc'), 'stream_exists')).toBeUndefined();
    expect(of(missing, 'any')).toBeUndefined();
    expect(of(missing, 'no_stream')).toBeUndefined();
    expect(of(holding('abc', softDeleted), 'no_stream')).toBeUndefined();
  });

  it('may not on anything else', () => {
    expect(of(holding('abc'), 1n)).toBe(wrong('1', '2'));
    expect(of(holding('abc'), 3n)).toBe(wrong('3', '2'));
    expect(of(holding('abc'), 'no_stream')).toBe(wrong('no_stream', '2'));
    expect(of(missing, 0n)).toBe(wrong('0', 'no_stream'));
    expect(of(missing, 'stream_exists')).toBe(wrong('stream_exists', 'no_stream'));
    expect(of(holding('abc', softDeleted), 2n)).toBe(wrong('2', 'no_stream'));
    expect(of(holding('abc', softDeleted), 'stream_exists')).toBe(wrong('stream_exists', 'no_stream'));
  });

  it('of a tombstoned stream fails', () => {
    expect(of(holding('abc', tombstoned), 'any')).toBe('deleted for ever');
    expect(of(holding('', tombstoned), 'any')).toBe('deleted for ever');
  });
});
