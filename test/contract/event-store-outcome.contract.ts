import { expect } from '@jest/globals';
import {
  appendWithRetry,
  ConflictError,
  handleCommand,
  loadStream,
  Unavailable,
  uuidV5,
  type EventStore,
} from '../../libs/event-store/src/index.ts';
import { accept, type Decider } from '../../libs/domain/src/kernel/index.ts';
import { losing, withAppend } from '../support/stores.ts';
import { event, events, names, type Contract } from './event-store.builders.ts';

interface Counted {
  readonly type: 'Counted';
  readonly data: { readonly by: string };
}

const counting: Decider<number, string, Counted, { readonly code: 'never' }> = {
  category: 'thing',
  initialState: 0,
  evolve: (count) => count + 1,
  decide: (by) => accept({ type: 'Counted', data: { by } }),
};

const count = async (store: EventStore, by: string): Promise<number> => {
  const metadata = { commandId: uuidV5(by), requestHash: by };
  for (let tries = 0; ; tries += 1) {
    try {
      await handleCommand({
        store,
        decider: counting,
        stream: 'thing-1',
        command: by,
        metadata: () => metadata,
        ...metadata,
        random: (bytes) => new Uint8Array(bytes),
        upcasters: {},
        ifMatch: null,
        dryRun: false,
      });
      return tries;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
};

/** Lost answers, lost requests, and commands that get in each other's way. */
export const describeOutcomes = (contract: Contract): void => {
  contract(27, 'an append whose answer was lost is recorded once and answered', async (store) => {
    await store.append('thing-1', 'no_stream', events('a'));
    const result = await appendWithRetry(losing(store, ['answer', 'answer']), 'thing-1', 0n, events('b', 'c'));
    expect(result).toStrictEqual({ nextExpectedRevision: 2n, position: await store.head() });
    expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['a', 'b', 'c']);
  });
  contract(
    27,
    'also when somebody else has appended since',
    async (store) => {
      const busy = withAppend(losing(store, []), async (...args) => {
        await store.append(...args);
        await store.append('thing-1', 0n, events('other'));
        throw new Unavailable('the line is down', 'inflight');
      });
      let first = true;
      const once = withAppend(store, (...args) => (first ? ((first = false), busy.append(...args)) : store.append(...args)));
      expect((await appendWithRetry(once, 'thing-1', 'no_stream', events('a'))).nextExpectedRevision).toBe(0n);
      expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['a', 'other']);
    },
    'b',
  );
  contract(28, 'an append that was lost on its way is recorded once', async (store) => {
    const result = await appendWithRetry(losing(store, ['request', 'request', 'request']), 'thing-1', 'no_stream', events('a'));
    expect(result.nextExpectedRevision).toBe(0n);
    expect(names((await loadStream(store, 'thing-1')).events)).toStrictEqual(['a']);
  });
  contract(35, '40 commands at one stream: none is lost, none is applied twice', async (store) => {
    const all = Array.from({ length: 40 }, (_command, index) => `c${index}`);
    await Promise.all([...all, ...all].map((by) => count(store, by)));
    const by = (await loadStream(store, 'thing-1')).events.map(({ data }) => (data as unknown as { by: string }).by);
    expect(by.toSorted()).toStrictEqual(all.toSorted());
  });
  contract(
    50,
    'a reader that polls while eight write, some in vain, sees the final log in order',
    async (store) => {
      const seen: string[] = [];
      const subscription = store.subscribeAll({ after: 'start', maxBatch: 7 });
      const reading = (async () => {
        for await (const message of subscription) if (message.kind === 'events') seen.push(...message.events.map(({ id }) => id));
      })();
      const writer = async (name: string): Promise<void> => {
        for (let n = 0; n < 25; n += 1) {
          await store.append(`thing-${name}`, n === 0 ? 'no_stream' : BigInt(n - 1), [event(`${name}-${n}`)]);
          await store.append('thing-shared', 'no_stream', [event(`${name}-${n}-vain`)]).catch(() => undefined);
        }
      };
      await Promise.all(Array.from('abcdefgh', writer));
      const whole = (await Array.fromAsync(store.readAll())).map(({ id }) => id);
      while (seen.length < whole.length) await new Promise((resolve) => setTimeout(resolve, 5));
      await subscription.stop();
      await reading;
      expect(seen).toStrictEqual(whole);
      expect(whole).toHaveLength(201);
    },
    'b',
  );
};
