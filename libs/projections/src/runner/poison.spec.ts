import { afterEach, describe, expect, it } from '@jest/globals';
import { openMemoryEventStore } from '../../../event-store/src/adapters/memory/index.ts';
import { MalformedEvent, uuidV5, type EventStore, type GlobalPosition, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Projection } from '../projection.port.ts';
import { openReadModelsOf } from '../shipped.ts';
import type { ReadModelFile } from '../storage/read-database.ts';
import { mostParkedKeys } from './poison.ts';
import { startProjections } from './run-projections.ts';
import type { ProjectionRunner } from './runner.port.ts';

/** Counts what happened per stream; `broken` says which events it cannot take. */
const counting = (
  name: string,
  broken: (event: { readonly stream: string; readonly revision: number }) => boolean = () => false,
): Projection => ({
  name,
  version: 1,
  tables: [name],
  ddl: `CREATE TABLE ${name} (stream TEXT PRIMARY KEY, events INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;`,
  every: (tx, { stream, revision }) => {
    tx.run(
      `INSERT INTO ${name} VALUES (?, 1, ?) ON CONFLICT (stream) DO UPDATE SET events = events + 1, last = excluded.last`,
      stream,
      revision,
    );
    // After the row was written: what a projection did before it failed must not stay.
    if (broken({ stream, revision })) throw new Error(`${name} cannot take ${stream}@${revision}`);
  },
  handlers: {},
});

const parking = (projection: Projection): Projection => ({ ...projection, onPoison: 'park' });

const append = async (store: EventStore, stream: string, metadata: Readonly<Record<string, string>> = {}): Promise<GlobalPosition> => {
  const revision = (await Array.fromAsync(store.readAll())).filter(({ streamId }) => streamId === stream).length;
  const event = { id: uuidV5(`${stream}${revision}`), type: 'ThingHappened', data: { revision }, metadata };
  const { position } = await store.append(stream, revision === 0 ? 'no_stream' : BigInt(revision) - 1n, [event]);
  if (position === null) throw new Error('nothing was appended');
  return position;
};

const rows = (db: ReadModelFile, table: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    db
      .all<{ stream: string; events: number }>(`SELECT stream, events FROM ${table} ORDER BY stream`)
      .map(({ stream, events }) => [stream, events]),
  );

const at = async (runner: ProjectionRunner, position: GlobalPosition): Promise<void> => {
  await runner.waitForPosition(position, 5_000);
};
const files = new Map<ReadModelFile, readonly Projection[]>();
const openFile = (projections: readonly Projection[]): ReadModelFile => {
  const db = openReadModelsOf(':memory:', projections);
  files.set(db, projections);
  return db;
};
const told: string[] = [];
const start = (store: EventStore, db: ReadModelFile): ProjectionRunner =>
  startProjections({
    store,
    db,
    projections: files.get(db) ?? [],
    upcasters: {},
    tell: (trouble) => told.push('key' in trouble ? `${trouble.key} parked` : `${trouble.projection} stopped`),
  });

describe('a projection that cannot take an event', () => {
  afterEach(() => {
    told.splice(0);
  });

  it('stops before it, keeps nothing of it, and the others lose nothing', async () => {
    const store = openMemoryEventStore();
    for (const stream of ['topic-a', 'topic-b', 'topic-a', 'draft-c', 'topic-b']) await append(store, stream);
    const db = openFile([counting('sound'), counting('broken', ({ stream, revision }) => stream === 'topic-a' && revision === 1)]);
    const runner = start(store, db);
    await runner.caughtUp;
    expect([rows(db, 'sound'), rows(db, 'broken')]).toStrictEqual([
      { 'topic-a': 2, 'topic-b': 2 },
      { 'topic-a': 1, 'topic-b': 1 },
    ]);
    expect(runner.standing()).toMatchObject({
      n: 4,
      caughtUp: true,
      fault: null,
      stopped: [
        { projection: 'broken', n: 2, stream: 'topic-a', revision: 1, type: 'ThingHappened', error: 'broken cannot take topic-a@1' },
      ],
    });
    expect(told.splice(0)).toStrictEqual(['broken stopped']);
    const position = await append(store, 'topic-d');
    expect([await runner.waitForPosition(position, 5_000), rows(db, 'sound')['topic-d'], rows(db, 'broken')['topic-d']]).toStrictEqual([
      'late',
      1,
      undefined,
    ]);
    await runner.stop();
  });

  it('tries again with the next program, apart from the others, and joins them when it can', async () => {
    const store = openMemoryEventStore();
    for (const stream of ['topic-a', 'topic-a', 'draft-c', 'topic-b']) await append(store, stream);
    const isBroken = { now: true };
    const projections = [counting('sound'), counting('broken', ({ revision }) => isBroken.now && revision === 1)];
    const db = openFile(projections);
    const first = start(store, db);
    await first.caughtUp;
    await first.stop();
    const again = start(store, db);
    await again.caughtUp;
    expect(again.standing().stopped).toMatchObject([{ projection: 'broken', n: 1 }]);
    await again.stop();
    isBroken.now = false;
    const mended = start(store, db);
    await at(mended, await append(store, 'topic-b'));
    while (mended.standing().stopped.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const position = await append(store, 'topic-c');
    expect(await mended.waitForPosition(position, 5_000)).toBe('reached');
    expect(rows(db, 'broken')).toStrictEqual({ 'topic-a': 2, 'topic-b': 2, 'topic-c': 1 });
    expect(rows(db, 'broken')).toStrictEqual(rows(db, 'sound'));
    await mended.stop();
  });

  it('that parks puts aside the event and all later ones of its stream; the rows of others go on', async () => {
    const store = openMemoryEventStore();
    for (const stream of ['topic-a', 'topic-b', 'topic-a', 'topic-a', 'topic-b']) await append(store, stream);
    const isBroken = { now: true };
    const db = openFile([parking(counting('parks', ({ stream, revision }) => isBroken.now && stream === 'topic-a' && revision === 1))]);
    const runner = start(store, db);
    await runner.caughtUp;
    await at(runner, await append(store, 'topic-a'));
    expect(rows(db, 'parks')).toStrictEqual({ 'topic-a': 1, 'topic-b': 2 });
    expect(runner.standing()).toMatchObject({
      stopped: [],
      parked: [{ projection: 'parks', key: 'topic-a', events: 3, error: 'parks cannot take topic-a@1' }],
    });
    expect(told).toStrictEqual(['topic-a parked']);
    expect(await runner.unpark('parks', 'topic-a')).toStrictEqual({ kind: 'failed', error: 'parks cannot take topic-a@1' });
    expect([rows(db, 'parks')['topic-a'], runner.standing().parked[0]?.events]).toStrictEqual([1, 3]);
    isBroken.now = false;
    expect(await runner.unpark('parks', 'topic-a')).toStrictEqual({ kind: 'taken', events: 3 });
    expect([rows(db, 'parks'), runner.standing().parked]).toStrictEqual([{ 'topic-a': 4, 'topic-b': 2 }, []]);
    expect([await runner.unpark('parks', 'topic-a'), await runner.unpark('nobody', 'topic-a')]).toStrictEqual([
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
    await at(runner, await append(store, 'topic-a'));
    expect(rows(db, 'parks')['topic-a']).toBe(5);
    await runner.stop();
  });

  it('parks by the key it names, and keeps what it parked for the next program', async () => {
    const store = openMemoryEventStore();
    for (const [stream, actor] of [
      ['topic-a', 'KE'],
      ['topic-b', 'KE'],
      ['topic-c', 'NL'],
    ] as const)
      await append(store, stream, { actor });
    const byActor = {
      ...parking(counting('parks', ({ stream }) => stream === 'topic-a')),
      sequenceKey: ({ actor }: { readonly actor: string }) => actor,
    };
    const db = openFile([byActor]);
    const runner = start(store, db);
    await runner.caughtUp;
    await runner.stop();
    const again = start(store, db);
    await at(again, await append(store, 'topic-d', { actor: 'KE' }));
    expect([rows(db, 'parks'), again.standing().parked]).toMatchObject([{ 'topic-c': 1 }, [{ key: 'KE', events: 3 }]]);
    await again.stop();
  });

  it(`stops when one more than ${mostParkedKeys} keys would be parked`, async () => {
    const store = openMemoryEventStore();
    for (let index = 0; index < mostParkedKeys; index += 1) await append(store, `topic-${index}`);
    const db = openFile([parking(counting('parks', () => true))]);
    const runner = start(store, db);
    await runner.caughtUp;
    expect([runner.standing().parked.length, runner.standing().stopped.length]).toStrictEqual([mostParkedKeys, 0]);
    await at(runner, await append(store, 'topic-0'));
    expect(runner.standing().stopped.length).toBe(0);
    await at(runner, await append(store, 'topic-one-more'));
    expect([runner.standing().parked.length, runner.standing().stopped]).toMatchObject([mostParkedKeys, [{ stream: 'topic-one-more' }]]);
    await runner.stop();
  });

  it('takes a malformed event, and a schema of a newer program, for what they are', async () => {
    const store = openMemoryEventStore();
    await append(store, 'topic-a', { schema: '9' });
    await append(store, 'topic-b');
    const reading: Projection = {
      ...counting('reads'),
      onPoison: 'park',
      every: (tx, event) => {
        tx.run('INSERT INTO reads VALUES (?, 1, 0)', `${event.stream} ${event.occurredAt} ${JSON.stringify(Reflect.get(event, 'data'))}`);
      },
    };
    const torn = new Proxy<RecordedEvent['metadata']>(
      {},
      {
        get: () => {
          throw new MalformedEvent('topic-torn', 0n);
        },
      },
    );
    const tearing: EventStore = {
      ...store,
      head: store.head,
      readStream: (...args) => store.readStream(...args),
      subscribeAll: (options) => {
        const messages = store.subscribeAll(options);
        return {
          stop: messages.stop,
          async *[Symbol.asyncIterator]() {
            for await (const message of messages)
              yield message.kind === 'events'
                ? {
                    ...message,
                    events: message.events.map((event) => (event.streamId === 'topic-torn' ? { ...event, metadata: torn } : event)),
                  }
                : message;
          },
        };
      },
    };
    const db = openFile([reading, counting('sound')]);
    const runner = start(tearing, db);
    await runner.caughtUp;
    await at(runner, await append(store, 'topic-torn'));
    await at(runner, await append(store, 'topic-b'));
    expect(runner.standing().parked).toMatchObject([
      { key: 'topic-a', error: 'ThingHappened: stored with schema 9, this program knows 1; use the newer program' },
      { key: 'topic-torn', error: 'topic-torn@0: the stored event cannot be read' },
    ]);
    expect(rows(db, 'sound')).toStrictEqual({ 'topic-a': 1, 'topic-b': 2, 'topic-torn': 1 });
    await runner.stop();
  });

  it('ignores and counts events that nobody asks for', async () => {
    const store = openMemoryEventStore();
    for (const stream of ['topic-a', 'draft-b', 'topic-a']) await append(store, stream);
    const db = openFile([counting('sound')]);
    const runner = start(store, db);
    await runner.caughtUp;
    expect(runner.unasked()).toStrictEqual({ ThingHappened: 3 });
    await runner.stop();
  });
});
