import { expect } from '@jest/globals';
import type { GlobalPosition, Subscription } from '../../libs/event-store/src/index.ts';
import { all, event, events, names, type Contract } from './event-store.builders.ts';
import { collect, fill, next, pulls, told } from './event-store.readers.ts';

const describeFollowing = (contract: Contract): void => {
  contract(51, 'from the start it catches up, says so once, and goes live', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b'));
    const messages = pulls(store.subscribeAll({ after: 'start' }));
    expect(told(await next(messages))).toStrictEqual(['a', 'b']);
    expect(told(await next(messages))).toBe('caughtUp');
    const live = next(messages);
    await store.append('thing-1', 1n, events('c'));
    expect(told(await live)).toStrictEqual(['c']);
    const again = next(messages);
    await store.append('thing-1', 2n, events('d'));
    expect(told(await again)).toStrictEqual(['d']);
  });
  contract(52, 'from the end it shows what comes after it was asked for', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    const subscription = store.subscribeAll({ after: 'end' });
    const ofStream = store.subscribeStream('thing-1', { after: 'end' });
    await store.append('thing-1', 0n, events('b'));
    expect(await collect(subscription, 1)).toStrictEqual(['b']);
    expect(await collect(ofStream, 1)).toStrictEqual(['b']);
  });
  contract(
    52,
    'from the end of a stream that is not there it shows the stream from its beginning',
    async (store) => {
      const ofStream = store.subscribeStream('thing-1', { after: 'end' });
      await store.setStreamSettings('thing-2', { maxCount: 5 }, 'none');
      const withSettings = store.subscribeStream('thing-2', { after: 'end' });
      await store.append('thing-1', 'no_stream', events('a', 'b'));
      await store.append('thing-2', 'no_stream', events('c'));
      expect(await collect(ofStream, 2)).toStrictEqual(['a', 'b']);
      expect(await collect(withSettings, 1)).toStrictEqual(['c']);
    },
    'b',
  );
  contract(53, 'resumed at any place, it loses nothing and repeats nothing', async (store) => {
    await store.append('thing-1', 'no_stream', events('a', 'b', 'c', 'd'));
    const recorded = await all(store.readAll());
    for (const [index, { position, revision }] of recorded.slice(0, -1).entries()) {
      const rest = names(recorded.slice(index + 1));
      expect(await collect(store.subscribeAll({ after: position }), rest.length)).toStrictEqual(rest);
      expect(await collect(store.subscribeStream('thing-1', { after: revision }), rest.length)).toStrictEqual(rest);
    }
  });
  contract(54, 'an append while it goes live is never lost, 200 times', async (store) => {
    for (let round = 0; round < 200; round += 1) {
      const after = (await store.head()) ?? 'start';
      const messages = pulls(store.subscribeAll({ after }));
      const first = next(messages);
      const appended = store.append('thing-1', round === 0 ? 'no_stream' : BigInt(round - 1), events(`e${round}`));
      const second = next(messages);
      await appended;
      const heard = [told(await first), told(await second)];
      expect(heard).toContainEqual([`e${round}`]);
      await messages.return?.();
    }
  });
  contract(55, 'a slow reader falls behind, is told so, and loses nothing', async (store) => {
    const messages = pulls(store.subscribeAll({ after: 'start', maxBatch: 10 }));
    expect(told(await next(messages))).toBe('caughtUp');
    const all = await fill(store, 300);
    const heard: unknown[] = [];
    const kinds: string[] = [];
    while (kinds.at(-1) !== 'caughtUp') {
      const message = await next(messages);
      if (message.kind === 'events') heard.push(...names(message.events));
      else kinds.push(message.kind);
    }
    expect(kinds).toStrictEqual(['fellBehind', 'caughtUp']);
    expect(heard).toStrictEqual(all);
  });
  contract(
    55,
    'whoever catches up leaves everything else in the process its turn',
    async (store) => {
      await fill(store, 300);
      let turns = 0;
      const take = (): void => {
        turns += 1;
        immediate = setImmediate(take);
      };
      let immediate = setImmediate(take);
      await collect(store.subscribeAll({ after: 'start', maxBatch: 10 }), 300);
      const ofLog = turns;
      await collect(store.subscribeStream('thing-1', { after: 'start', maxBatch: 10 }), 300);
      clearImmediate(immediate);
      expect(ofLog).toBeGreaterThanOrEqual(29);
      expect(turns - ofLog).toBeGreaterThanOrEqual(29);
    },
    'b',
  );
};

const describeEnding = (contract: Contract): void => {
  contract(57, 'after stop nothing more is delivered, asleep or not', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    const subscription = store.subscribeAll({ after: 'start', maxBatch: 1 });
    const messages = pulls(subscription);
    await next(messages);
    await next(messages);
    const asleep = messages.next();
    await subscription.stop();
    await store.append('thing-1', 0n, events('b'));
    expect(await asleep).toStrictEqual({ done: true, value: undefined });
    expect(await messages.next()).toStrictEqual({ done: true, value: undefined });
  });
  contract(
    57,
    'the signal of the caller ends it too',
    async (store) => {
      const stop = new AbortController();
      const asleep = collect(store.subscribeAll({ after: 'start', signal: stop.signal }), 1);
      stop.abort();
      expect(await asleep).toStrictEqual([]);
    },
    'b',
  );
  contract(58, 'a reader that throws has not got past the event', async (store) => {
    await fill(store, 6);
    let checkpoint: GlobalPosition | 'start' = 'start';
    const handle = async (poison: string): Promise<void> => {
      for await (const message of store.subscribeAll({ after: checkpoint, maxBatch: 2 })) {
        if (message.kind !== 'events') return;
        if (names(message.events).includes(poison)) throw new Error(poison);
        checkpoint = message.through;
      }
    };
    await expect(handle('e3')).rejects.toThrow('e3');
    expect(checkpoint).toBe((await all(store.readAll()))[1]?.position);
    await handle('none');
    expect(checkpoint).toBe(await store.head());
  });
  contract(59, 'two of them go their own ways', async (store) => {
    const all = await fill(store, 40);
    const [slow, fast] = [pulls(store.subscribeAll({ after: 'start', maxBatch: 3 })), store.subscribeAll({ after: 'start' })];
    expect(told(await next(slow))).toStrictEqual(all.slice(0, 3));
    expect(await collect(fast, 40)).toStrictEqual(all);
    expect(told(await next(slow))).toStrictEqual(all.slice(3, 6));
  });
};

const describeProgress = (contract: Contract): void => {
  contract(60, 'progress goes through what does not pass the filter, and resuming from it loses nothing', async (store) => {
    await fill(store, 50);
    const messages = pulls(store.subscribeAll({ after: 'start', filter: { types: ['Wanted'] }, maxBatch: 20 }));
    const skipped = await next(messages);
    expect(skipped).toStrictEqual({ kind: 'progress', through: (await all(store.readAll()))[19]?.position });
    await store.append('thing-1', 49n, [event('w', {}, 'Wanted')]);
    const after = (skipped as { through: GlobalPosition }).through;
    expect(await collect(store.subscribeAll({ after, filter: { types: ['Wanted'] } }), 1)).toStrictEqual(['w']);
    const rest = [await next(messages), await next(messages)];
    expect(rest.map(told)).toStrictEqual(['progress', ['w']]);
  });
  const idleMs = Number(process.env['CONTRACT_IDLE_MS'] ?? 300);
  contract(61, `after ${idleMs} ms of silence an event is delivered within a second`, async (store) => {
    const heard = collect(store.subscribeAll({ after: 'start' }), 1);
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const begun = performance.now();
    await store.append('thing-1', 'no_stream', events('a'));
    expect(await heard).toStrictEqual(['a']);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
  contract(62, 'a message carries at most so many events, and at most so many bytes unless one event is larger', async (store) => {
    await store.append('thing-1', 'no_stream', [
      event('a', 'x'.repeat(600)),
      event('b', 'x'.repeat(600)),
      event('c', 'x'.repeat(3_000)),
      event('d', 'x'),
    ]);
    const sizes = async (subscription: Subscription): Promise<readonly unknown[]> => {
      const messages = pulls(subscription);
      const seen: unknown[] = [];
      for (let message = await next(messages); message.kind === 'events'; message = await next(messages)) seen.push(told(message));
      return seen;
    };
    expect(await sizes(store.subscribeAll({ after: 'start', maxBatch: 3 }))).toStrictEqual([['a', 'b', 'c'], ['d']]);
    expect(await sizes(store.subscribeAll({ after: 'start', maxBatchBytes: 2_000 }))).toStrictEqual([['a', 'b'], ['c'], ['d']]);
  });
  contract(
    54,
    'a stream can be followed before it exists, and past a tombstone it cannot',
    async (store) => {
      const messages = pulls(store.subscribeStream('thing-9', { after: 'start' }));
      expect(told(await next(messages))).toBe('caughtUp');
      const live = next(messages);
      await store.append('other-1', 'no_stream', events('x'));
      await store.append('thing-9', 'no_stream', events('a'));
      expect(told(await live)).toStrictEqual(['a']);
      await store.tombstoneStream('thing-9', 0n);
      await store.append('other-1', 0n, events('y'));
      await expect(next(messages)).rejects.toMatchObject({ code: 'stream_deleted' });
    },
    'b',
  );
};

/** Subscriptions. */
export const describeSubscriptions = (contract: Contract): void => {
  describeFollowing(contract);
  describeEnding(contract);
  describeProgress(contract);
};
