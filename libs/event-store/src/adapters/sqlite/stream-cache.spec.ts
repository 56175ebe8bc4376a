import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../event-store.port.ts';
import { longestKept, StreamCache } from './stream-cache.ts';

/** So many events, the last at this revision. */
const events = (count: number, last = BigInt(count) - 1n): readonly RecordedEvent[] =>
  Array.from({ length: count }, (_event, index) => ({ revision: last - BigInt(count - 1 - index) }) as RecordedEvent);

describe('the cache of short streams', () => {
  it('gives back what was read while the stream shows the same revisions', () => {
    const cache = new StreamCache();
    const read = events(3);
    cache.put('thing-1', 0n, read);
    expect(cache.get('thing-1', 2n, 0n)).toBe(read);
    expect(cache.get('thing-1', 2n, 0n)).toBe(read);
    expect(cache.get('thing-2', 2n, 0n)).toBeNull();
  });

  it('knows nothing of a stream that has grown, or hides more or less than it did', () => {
    const cache = new StreamCache();
    cache.put('thing-1', 1n, events(2, 2n));
    expect(cache.get('thing-1', 3n, 1n)).toBeNull();
    expect(cache.get('thing-1', 2n, 2n)).toBeNull();
    expect(cache.get('thing-1', 2n, 0n)).toBeNull();
    expect(cache.get('thing-1', 2n, 1n)).toHaveLength(2);
  });

  it('keeps the latest read', () => {
    const cache = new StreamCache();
    cache.put('thing-1', 0n, events(2));
    cache.put('thing-1', 0n, events(3));
    expect(cache.get('thing-1', 2n, 0n)).toHaveLength(3);
  });

  it('keeps streams of 64 events and none longer, and none that are empty', () => {
    const cache = new StreamCache();
    cache.put('thing-1', 0n, events(longestKept));
    cache.put('thing-2', 0n, events(longestKept + 1));
    cache.put('thing-3', 0n, []);
    expect(longestKept).toBe(64);
    expect(cache.get('thing-1', 63n, 0n)).toHaveLength(64);
    expect(cache.get('thing-2', 64n, 0n)).toBeNull();
    expect(cache.get('thing-3', -1n, 0n)).toBeNull();
  });

  it('keeps 8,192 events and forgets the streams that were used longest ago', () => {
    const cache = new StreamCache();
    const isKept = (n: number): boolean => cache.get(`thing-${n}`, 63n, 0n) !== null;
    for (let n = 0; n < 128; n += 1) cache.put(`thing-${n}`, 0n, events(64));
    // The same again takes the place of what was there.
    cache.put('thing-0', 0n, events(64));
    expect([isKept(1), isKept(0)]).toStrictEqual([true, true]);
    cache.put('thing-128', 0n, events(64));
    expect([isKept(2), isKept(3), isKept(1), isKept(0), isKept(128)]).toStrictEqual([false, true, true, true, true]);
    cache.put('thing-one', 0n, events(1));
    expect([isKept(4), isKept(5)]).toStrictEqual([false, true]);
  });

  it('keeps 2,048 streams and forgets the one that was used longest ago', () => {
    const cache = new StreamCache();
    const isKept = (n: number): boolean => cache.get(`thing-${n}`, 0n, 0n) !== null;
    for (let n = 0; n < 2_048; n += 1) cache.put(`thing-${n}`, 0n, events(1));
    expect(isKept(0)).toBe(true);
    cache.put('thing-2048', 0n, events(1));
    expect([isKept(0), isKept(1), isKept(2), isKept(2_048)]).toStrictEqual([true, false, true, true]);
    cache.put('thing-3', 0n, events(1));
    cache.put('thing-2049', 0n, events(1));
    expect([isKept(3), isKept(4)]).toStrictEqual([true, false]);
  });
});
