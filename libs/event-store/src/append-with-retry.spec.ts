import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { thing, withAppend } from '../../../test/support/stores.ts';
import { openMemoryEventStore } from './adapters/memory/index.ts';
import { appendWithRetry } from './append-with-retry.ts';
import { DeadlineExceeded, Disposed, Unavailable, WrongExpectedVersion } from './errors.ts';
import type { EventStore, Revision } from './event-store.port.ts';

type Answer = (expected: Revision | 'no_stream') => Error;

const away: Answer = () => new Unavailable('the line is down', 'connect');
const silent: Answer = () => new DeadlineExceeded(5, 'unknown');
const conflict: Answer = (expected) => new WrongExpectedVersion('thing-1', expected, 5n);

describe('an append that is tried again', () => {
  let store: EventStore;
  let asked: number[];
  /** Fails with these answers, one after the other; then the store itself answers. */
  const failing = (...answers: readonly Answer[]): EventStore =>
    withAppend(store, async (streamId, expected, events) => {
      asked.push(performance.now());
      const answer = answers[asked.length - 1];
      if (answer !== undefined) throw answer(expected as Revision | 'no_stream');
      return store.append(streamId, expected, events);
    });
  const append = async (to: EventStore, expected: Revision | 'no_stream', ...names: readonly string[]): Promise<unknown> => {
    const appending = appendWithRetry(to, 'thing-1', expected, names.map(thing)).catch((error: unknown) => error);
    await jest.runAllTimersAsync();
    return appending;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    [store, asked] = [openMemoryEventStore(), []];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is tried four times, longer apart each time, and fails as it failed last', async () => {
    expect(await append(failing(away, away, silent, away), 'no_stream', 'a')).toMatchObject({ code: 'unavailable' });
    const pauses = asked.map((at, index) => at - (asked[index - 1] ?? at));
    expect(pauses).toStrictEqual([0, 20, 40, 80]);
  });

  it('succeeds at the fourth time', async () => {
    expect(await append(failing(away, silent, away), 'no_stream', 'a')).toStrictEqual({ nextExpectedRevision: 0n, position: 1n });
  });

  it.each([conflict, (): Error => new Disposed(), (): Error => new TypeError('a mistake of ours')])(
    'is tried once when another attempt is worth nothing (%#)',
    async (answer) => {
      expect(await append(failing(answer), 'no_stream', 'a')).toStrictEqual(answer('no_stream'));
      expect(asked).toHaveLength(1);
    },
  );

  it('is a conflict when it was never in doubt, whatever stands there', async () => {
    await store.append('thing-1', 'no_stream', ['a', 'b'].map(thing));
    expect(await append(failing(conflict), 'no_stream', 'a', 'b')).toBeInstanceOf(WrongExpectedVersion);
    asked = [];
    expect(await append(failing(away, conflict), 'no_stream', 'a', 'b')).toBeInstanceOf(WrongExpectedVersion);
  });

  it('in doubt is found by its ids at the place where they were sent', async () => {
    await store.append('thing-1', 'no_stream', ['a', 'b', 'c', 'd'].map(thing));
    expect(await append(failing(silent, conflict), 'no_stream', 'a')).toStrictEqual({ nextExpectedRevision: 0n, position: 1n });
    asked = [];
    expect(await append(failing(silent, conflict), 0n, 'b', 'c')).toStrictEqual({ nextExpectedRevision: 2n, position: 3n });
    asked = [];
    expect(await append(failing(silent, away, conflict), 2n, 'd')).toStrictEqual({ nextExpectedRevision: 3n, position: 4n });
  });

  it.each([
    ['other ids', 0n, ['x', 'y']],
    ['an equal first id only', 0n, ['b', 'y']],
    ['an equal last id only', 0n, ['x', 'c']],
    ['fewer events', 2n, ['d', 'e']],
    ['nothing', 3n, ['e']],
  ] as const)('in doubt is a conflict where %s stand there', async (_what, expected, names) => {
    await store.append('thing-1', 'no_stream', ['a', 'b', 'c', 'd'].map(thing));
    expect(await append(failing(silent, conflict), expected, ...names)).toBeInstanceOf(WrongExpectedVersion);
  });
});
