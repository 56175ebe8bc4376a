import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { deriveRoot } from '../../../test/support/ledger-root.ts';
import { chanceOf } from '../../../test/support/chance.ts';
import { startTestServer, type TestServer } from '../../../test/support/kurrentdb-test-server/start.ts';
import { thing, things, withAppend } from '../../../test/support/stores.ts';
import { openKurrentDbEventStore } from './adapters/kurrentdb/index.ts';
import { openMemoryEventStore } from './adapters/memory/index.ts';
import { openSqliteEventStore, scavenge } from './adapters/sqlite/index.ts';
import { copyLog, compareLogs, type EventStore, type RecordedEvent } from './index.ts';

jest.setTimeout(60_000);

const withoutPosition = ({ streamId, revision, id, type, data, metadata }: RecordedEvent): unknown => [
  streamId,
  revision,
  id,
  type,
  data,
  metadata,
];
const contentOf = async (store: EventStore): Promise<readonly unknown[]> => (await Array.fromAsync(store.readAll())).map(withoutPosition);

/** 300 events in 20 streams, some hidden in every way there is. */
const fill = async (store: EventStore): Promise<void> => {
  const chance = chanceOf(7);
  const revisions = new Map<string, bigint>();
  for (let n = 0; n < 150; n += 1) {
    const stream = `${chance.pick(['topic', 'person', 'agenda', 'draft'])}-${chance.below(5)}`;
    const last = revisions.get(stream) ?? -1n;
    const { nextExpectedRevision } = await store.append(stream, last < 0n ? 'no_stream' : last, things(2, `${n}/`));
    revisions.set(stream, nextExpectedRevision);
  }
  await store.tombstoneStream('draft-1', revisions.get('draft-1') ?? 'any');
  await store.deleteStream('draft-2', 'any');
  await store.setStreamSettings('person-1', { truncateBefore: 3n }, 'none');
  await store.setStreamSettings('person-2', { maxCount: 2 }, 'none');
};

/** Fails at one of its next appends, before or after it was carried out. */
const failing = (store: EventStore, inSo: number, after: boolean): EventStore => {
  let left = inSo;
  return withAppend(store, async (...args) => {
    left -= 1;
    if (left < 0 && !after) throw new Error('interrupted');
    const result = await store.append(...args);
    if (left < 0) throw new Error('interrupted');
    return result;
  });
};

describe('a log copied into another engine (C92)', () => {
  let folder: string;
  let from: EventStore;
  let server: TestServer;
  let to: EventStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-move-'));
    from = openSqliteEventStore(join(folder, 'events.db'));
    server = await startTestServer();
    to = openKurrentDbEventStore(server.url);
  });
  afterEach(async () => {
    await from.close();
    await to.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('has the same events, the same root and hides the same, though it was interrupted 20 times', async () => {
    await fill(from);
    const chance = chanceOf(11);
    let interrupted = 0;
    while (interrupted < 20) {
      const copying = copyLog(from, failing(to, chance.below(6), chance.next() < 0.5));
      await expect(copying).rejects.toThrow('interrupted');
      interrupted += 1;
    }
    const copied = await copyLog(from, to);
    expect(copied).toMatchObject({ events: 300, streams: 20 });
    expect(copied.already).toBeGreaterThan(0);
    expect(await compareLogs(from, to)).toBe(300);
    expect(await contentOf(to)).toStrictEqual(await contentOf(from));
    const root = await deriveRoot(from);
    expect(await deriveRoot(to)).toStrictEqual(root);
    process.stdout.write(
      `NOTE: copy to kurrentdb (test server): ${copied.events} events, interrupted ${interrupted} times, root ${root.hash.slice(0, 12)} of ${root.size} on both\n`,
    );
    for (const stream of ['person-1', 'person-2', 'topic-1']) {
      const shown = async (store: EventStore): Promise<readonly unknown[]> =>
        (await Array.fromAsync(store.readStream(stream))).map(withoutPosition);
      expect(await shown(to)).toStrictEqual(await shown(from));
    }
    await expect(Array.fromAsync(to.readStream('draft-1'))).rejects.toMatchObject({ code: 'stream_deleted' });
    await expect(Array.fromAsync(to.readStream('draft-2'))).rejects.toMatchObject({ code: 'stream_not_found' });
    expect(await copyLog(from, to)).toStrictEqual({ events: 300, already: 300, streams: 20 });
  });

  it('keeps the revisions where something outside the ledger was taken away', async () => {
    await from.append('person-1', 'no_stream', things(4));
    await from.setStreamSettings('person-1', { truncateBefore: 2n }, 'none');
    scavenge(join(folder, 'events.db'), ['person']);
    await copyLog(from, to);
    expect((await Array.fromAsync(to.readStream('person-1'))).map(({ revision, type }) => [revision, type])).toStrictEqual([
      [2n, 'ThingHappened'],
      [3n, 'ThingHappened'],
    ]);
    expect((await Array.fromAsync(to.readAll())).map(({ type }) => type).filter((type) => type === 'EventGone')).toHaveLength(2);
    expect(await compareLogs(from, to)).toBe(4);
  });

  it('is refused where anything else stands, and nothing is added there', async () => {
    await from.append('topic-1', 'no_stream', things(2));
    const other = openMemoryEventStore();
    await other.append('topic-1', 'no_stream', [thing('something else')]);
    await expect(copyLog(from, other)).rejects.toMatchObject({ code: 'invalid_argument', field: 'target' });
    expect(await contentOf(other)).toHaveLength(1);
    const longer = openMemoryEventStore();
    await longer.append('topic-1', 'no_stream', things(3));
    await expect(copyLog(from, longer)).rejects.toThrow('holds more than the 2 events');
    await expect(compareLogs(from, openMemoryEventStore())).rejects.toThrow('lacks topic-1@0');
  });
});
