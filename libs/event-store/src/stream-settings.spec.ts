import { describe, expect, it } from '@jest/globals';
import { InvalidArgument, WrongExpectedVersion } from './errors.ts';
import type { StreamSettings } from './event-store.port.ts';
import { checkSettings, judgeSettings, lowestShown } from './stream-settings.ts';

describe('a stream shows its events', () => {
  it('from the first, when nothing hides them', () => {
    expect(lowestShown(0n, 9n, {})).toBe(0n);
  });

  it('after what was deleted', () => {
    expect(lowestShown(4n, 9n, {})).toBe(4n);
  });

  it('from where it was truncated', () => {
    expect(lowestShown(0n, 9n, { truncateBefore: 3n })).toBe(3n);
  });

  it('as many as its last so many', () => {
    expect(lowestShown(0n, 9n, { maxCount: 1 })).toBe(9n);
    expect(lowestShown(0n, 9n, { maxCount: 10 })).toBe(0n);
    expect(lowestShown(0n, 9n, { maxCount: 11 })).toBe(0n);
  });

  it('that nothing of all this hides', () => {
    expect(lowestShown(2n, 9n, { truncateBefore: 3n, maxCount: 4 })).toBe(6n);
    expect(lowestShown(2n, 9n, { truncateBefore: 7n, maxCount: 4 })).toBe(7n);
    expect(lowestShown(8n, 9n, { truncateBefore: 7n, maxCount: 4 })).toBe(8n);
  });
});

describe('settings', () => {
  const complaint = (settings: StreamSettings): unknown => {
    try {
      checkSettings(settings);
      return null;
    } catch (error) {
      return error instanceof InvalidArgument ? error.message : error;
    }
  };

  it('hold a count of at least 1 and a revision of at least 0, or neither', () => {
    expect(complaint({})).toBeNull();
    expect(complaint({ maxCount: 1, truncateBefore: 0n })).toBeNull();
    expect(complaint({ maxCount: 0 })).toBe('maxCount: 0 is not a count');
    expect(complaint({ maxCount: 1.5 })).toBe('maxCount: 1.5 is not a count');
    expect(complaint({ truncateBefore: -1n })).toBe('truncateBefore: -1 is negative');
  });

  it('change only for whoever has seen them', () => {
    const change = (expected: bigint | 'none', actual: bigint | null) => (): void => {
      judgeSettings('thing-1', expected, actual);
    };
    expect(change('none', null)).not.toThrow();
    expect(change(2n, 2n)).not.toThrow();
    expect(change('none', 0n)).toThrow(new WrongExpectedVersion('settings of thing-1', 'no_stream', 0n));
    expect(change(0n, null)).toThrow(new WrongExpectedVersion('settings of thing-1', 0n, 'no_stream'));
    expect(change(1n, 2n)).toThrow('settings of thing-1: expected revision 1, found 2');
  });
});
