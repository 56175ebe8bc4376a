import { expect } from '@jest/globals';
import type { EventStore, ExpectedRevision, SubscriptionMessage } from '../../libs/event-store/src/index.ts';
import { all, events, type Contract } from './event-store.builders.ts';

const first = async (messages: AsyncIterable<SubscriptionMessage>): Promise<unknown> => messages[Symbol.asyncIterator]().next();

/** Everything that can be asked of a store about one stream. */
const aboutStream = (store: EventStore, streamId: string): readonly (readonly [string, () => Promise<unknown>])[] => [
  ['append', () => store.append(streamId, 'any', events('a'))],
  ['readStream', () => all(store.readStream(streamId))],
  ['subscribeStream', async () => first(store.subscribeStream(streamId, { after: 'start' }))],
  ['getStreamSettings', () => store.getStreamSettings(streamId)],
  ['setStreamSettings', () => store.setStreamSettings(streamId, {}, 'none')],
  ['deleteStream', () => store.deleteStream(streamId, 'any')],
  ['tombstoneStream', () => store.tombstoneStream(streamId, 'any')],
];

/** And about all of them. */
const aboutAll = (store: EventStore): readonly (readonly [string, () => Promise<unknown>])[] => [
  ['readAll', () => all(store.readAll())],
  ['head', () => store.head()],
  ['subscribeAll', () => first(store.subscribeAll({ after: 'start' }))],
  ['subscribeAll from the end', () => first(store.subscribeAll({ after: 'end' }))],
  ['ping', () => store.ping()],
];

const codesOf = async (asked: readonly (readonly [string, () => Promise<unknown>])[]): Promise<readonly unknown[]> => {
  const answers = await Promise.allSettled(asked.map(([, ask]) => ask()));
  return answers.map((answer, index) => [
    asked[index]?.[0],
    answer.status === 'rejected' ? (answer.reason as { code: unknown; field?: unknown }).code : 'answered',
  ]);
};

const everywhere = (asked: readonly (readonly [string, unknown])[], code: string): readonly unknown[] =>
  asked.map(([name]) => [name, code]);

const aborted = { signal: AbortSignal.abort() };

/** What every way into a store checks before it does anything. */
export const describeDoors = (contract: Contract): void => {
  contract(
    72,
    'a bad name is refused by whatever takes one',
    async (store) => {
      expect(await codesOf(aboutStream(store, 'thing'))).toStrictEqual(everywhere(aboutStream(store, 'thing'), 'invalid_argument'));
    },
    'b',
  );
  contract(
    79,
    'after close every question and every command is refused, and nothing is done',
    async (store) => {
      await store.append('thing-1', 'no_stream', events('a'));
      await store.close();
      const asked = [...aboutStream(store, 'thing-1'), ...aboutAll(store)];
      expect(await codesOf(asked)).toStrictEqual(everywhere(asked, 'disposed'));
    },
    'b',
  );
  contract(
    79,
    'a reader that sleeps when the store is closed is woken and told',
    async (store) => {
      const messages = store.subscribeAll({ after: 'start' })[Symbol.asyncIterator]();
      const ofStream = store.subscribeStream('thing-1', { after: 'start' })[Symbol.asyncIterator]();
      expect(await messages.next()).toMatchObject({ value: { kind: 'caughtUp' } });
      expect(await ofStream.next()).toMatchObject({ value: { kind: 'caughtUp' } });
      const asleep = [messages.next(), ofStream.next()];
      await store.close();
      expect(await Promise.allSettled(asleep)).toMatchObject([{ reason: { code: 'disposed' } }, { reason: { code: 'disposed' } }]);
    },
    'c',
  );
  contract(
    79,
    'closing twice is closing once',
    async (store) => {
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    },
    'd',
  );
  contract(
    42,
    'whoever has given up before asking gets nothing and changes nothing',
    async (store) => {
      await store.append('thing-1', 'no_stream', events('a'));
      await expect(store.append('thing-1', 0n, events('b'), aborted)).rejects.toMatchObject({ code: 'cancelled', outcome: 'not_applied' });
      await expect(all(store.readStream('thing-1', aborted))).rejects.toMatchObject({ code: 'cancelled', outcome: 'n/a' });
      await expect(all(store.readAll(aborted))).rejects.toMatchObject({ code: 'cancelled', outcome: 'n/a' });
      expect(await all(store.readAll())).toHaveLength(1);
    },
    'b',
  );
  contract(
    42,
    'an abort stops a read of the whole log',
    async (store) => {
      await store.append('thing-1', 'no_stream', events('a', 'b', 'c'));
      const stop = new AbortController();
      const seen: bigint[] = [];
      const read = async (): Promise<void> => {
        for await (const { revision } of store.readAll({ signal: stop.signal })) {
          seen.push(revision);
          stop.abort();
        }
      };
      await expect(read()).rejects.toMatchObject({ code: 'cancelled', outcome: 'n/a' });
      expect(seen).toStrictEqual([0n]);
    },
    'c',
  );
  contract(
    42,
    'an abort stops the read of a stream that was read before',
    async (store) => {
      await store.append('thing-1', 'no_stream', events('a', 'b', 'c'));
      expect(await all(store.readStream('thing-1'))).toHaveLength(3);
      const stop = new AbortController();
      const read = async (): Promise<void> => {
        for await (const { revision } of store.readStream('thing-1', { signal: stop.signal })) if (revision === 0n) stop.abort();
      };
      await expect(read()).rejects.toMatchObject({ code: 'cancelled', outcome: 'n/a' });
    },
    'd',
  );
  contract(
    44,
    'a negative revision is refused by every command that expects one',
    async (store) => {
      const negative: ExpectedRevision = -1n;
      await expect(store.deleteStream('thing-1', negative)).rejects.toMatchObject({ code: 'invalid_argument', field: 'expected' });
      await expect(store.tombstoneStream('thing-1', negative)).rejects.toMatchObject({ code: 'invalid_argument', field: 'expected' });
    },
    'b',
  );
  contract(
    79,
    'until it is closed a store says that it works',
    async (store) => {
      const { engine } = store.capabilities;
      expect(await store.ping()).toMatchObject({ engine, writable: true });
      expect((await store.ping()).version).toMatch(/^[1-9]/);
      expect(store.capabilities.densePositions).toBe(engine !== 'kurrentdb');
    },
    'e',
  );
};
