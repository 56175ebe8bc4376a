import { describe, expect, it } from '@jest/globals';
import { things } from '../../../test/support/stores.ts';
import { openMemoryEventStore } from './adapters/memory/index.ts';
import { Unavailable } from './errors.ts';
import type { GlobalPosition, RecordedEvent } from './event-store.port.ts';
import { fitting, subscribeToAll, subscribeToStream, type LogSource } from './subscribe.ts';

const stored = (data: string, metadata = '') => ({ data, metadata });

describe('as many events as fit', () => {
  it('are all, when they have so many bytes together', () => {
    const events = [stored('aa', 'b'), stored('é', '')];
    expect(fitting(events, 5)).toBe(events);
    expect(fitting([], 5)).toStrictEqual([]);
  });

  it('are those before the one that is too much', () => {
    const events = [stored('aa', 'b'), stored('é', 'c'), stored('', '')];
    expect(fitting(events, 6)).toBe(events);
    expect(fitting(events, 5)).toStrictEqual(events.slice(0, 1));
    expect(fitting([stored('a'), stored('b'), stored('', 'cc')], 3)).toHaveLength(2);
  });

  it('are at least one', () => {
    expect(fitting([stored('aaaa'), stored('b')], 3)).toStrictEqual([stored('aaaa')]);
    expect(fitting([stored('aaaa'), stored('b')], 0)).toHaveLength(1);
  });
});

/** A log that says what was asked of it. */
const sourceOf = (asked: string[], more: Partial<LogSource> = {}): LogSource => ({
  pageAfter: (after, limit, maxBytes) => {
    asked.push(`page after ${after}, ${limit} events, ${maxBytes} bytes`);
    return [];
  },
  streamPageFrom: (streamId, from, limit) => {
    asked.push(`${streamId} from ${from}, ${limit} events`);
    return [];
  },
  head: () => Promise.resolve(null),
  lastRevision: () => null,
  waitForAppend: (after) => {
    asked.push(`wait behind ${after}`);
    return new Promise(() => undefined);
  },
  ...more,
});

const pull = async (subscription: AsyncIterable<unknown>, times: number): Promise<readonly unknown[]> => {
  const messages = subscription[Symbol.asyncIterator]();
  const heard: unknown[] = [];
  for (let n = 0; n < times; n += 1) heard.push((await messages.next()).value);
  return heard;
};

describe('a subscription', () => {
  it('asks for 256 events and a mebibyte at a time unless told otherwise, and sleeps behind what it has seen', async () => {
    const asked: string[] = [];
    const subscription = subscribeToAll(sourceOf(asked), { after: 7n as GlobalPosition });
    expect(await pull(subscription, 1)).toStrictEqual([{ kind: 'caughtUp' }]);
    void pull(subscription, 1);
    await Promise.resolve();
    expect(asked).toStrictEqual(['page after 7, 256 events, 1048576 bytes', 'wait behind 7']);
  });

  it('to a stream asks for 256 events at a time, and sleeps behind the head of the log', async () => {
    const asked: string[] = [];
    const source = sourceOf(asked, { head: () => Promise.resolve(9n as GlobalPosition) });
    const subscription = subscribeToStream(source, 'thing-1', { after: 3n });
    expect(await pull(subscription, 1)).toStrictEqual([{ kind: 'caughtUp' }]);
    void pull(subscription, 1);
    await Promise.resolve();
    expect(asked).toStrictEqual(['thing-1 from 4, 256 events', 'wait behind 9']);
  });

  it.each<['all' | 'a stream', Partial<LogSource>]>([
    ['all', { head: () => Promise.reject(new Unavailable('the disk failed', 'connect')) }],
    ['a stream', { lastRevision: () => Promise.reject(new Unavailable('the disk failed', 'connect')) }],
  ])('to %s whose end cannot be found tells it to whoever reads, and to nobody else', async (what, failing) => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown): number => unheard.push(reason);
    process.on('unhandledRejection', listen);
    const source = sourceOf([], failing);
    const subscription = what === 'all' ? subscribeToAll(source, { after: 'end' }) : subscribeToStream(source, 'thing-1', { after: 'end' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', listen);
    expect(unheard).toStrictEqual([]);
    await expect(pull(subscription, 1)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('to a stream that cannot be read fails with what was wrong', async () => {
    const source = sourceOf([], {
      streamPageFrom: () => {
        throw new Unavailable('the disk failed', 'connect');
      },
    });
    await expect(pull(subscribeToStream(source, 'thing-1', { after: 'start' }), 1)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that is stopped while a page is read delivers nothing of it', async () => {
    let deliver: (page: readonly RecordedEvent[]) => void = () => undefined;
    const source = sourceOf([], {
      pageAfter: () =>
        new Promise((resolve) => {
          deliver = resolve;
        }),
    });
    const stop = new AbortController();
    const reading = pull(subscribeToAll(source, { after: 'start', signal: stop.signal }), 1);
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    deliver([{ position: 1n } as RecordedEvent]);
    expect(await reading).toStrictEqual([undefined]);
  });

  it('falls behind by one event as by many, in a stream as in the log', async () => {
    const store = openMemoryEventStore();
    const both = [
      store.subscribeAll({ after: 'start', maxBatch: 2 })[Symbol.asyncIterator](),
      store.subscribeStream('thing-1', { after: 'start', maxBatch: 2 })[Symbol.asyncIterator](),
    ];
    const kinds = async (times: number): Promise<readonly unknown[]> => {
      const heard: string[] = [];
      for (let n = 0; n < times; n += 1)
        for (const messages of both) {
          const message = await messages.next();
          heard.push(message.done === true ? 'ended' : message.value.kind);
        }
      return heard;
    };
    expect(await kinds(1)).toStrictEqual(['caughtUp', 'caughtUp']);
    await store.append('thing-1', 'no_stream', things(2, 'a'));
    expect(await kinds(1)).toStrictEqual(['events', 'events']);
    await store.append('thing-1', 1n, things(3, 'b'));
    expect(await kinds(4)).toStrictEqual(['fellBehind', 'fellBehind', 'events', 'events', 'events', 'events', 'caughtUp', 'caughtUp']);
  });
});
