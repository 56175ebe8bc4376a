import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication } from '../../../../test/support/application.ts';
import { recordPublishedAgenda } from '../../../../test/support/published.ts';
import { openSqliteEventStore } from '../../../event-store/src/adapters/sqlite/index.ts';
import { uuidV5, type EventStore } from '../../../event-store/src/index.ts';
import {
  buildVersion,
  digestTables,
  readModelSet,
  rowHistorySet,
  shippedProjections,
  startProjections,
  type BuildEnd,
  type BuildProgress,
  type Projection,
  type ReadModelSet,
} from '../index.ts';

const child = resolve('test/support/builds/build.child.ts');
const firstOf = (told: readonly BuildProgress[]): number => told[0]?.done ?? -1;
const lastOf = (told: readonly BuildProgress[]): number => told.at(-1)?.done ?? -1;
const nothing = { stopped: [], parked: [] } as const;

/** A real log, its contributions again and again under other ids. */
const recordLog = async (store: EventStore, copies: number): Promise<void> => {
  const application = bootApplication('2015-02-10T12:00:00.000Z', store);
  await recordPublishedAgenda(application);
  const all = await Array.fromAsync(store.readAll());
  const topic = all.filter(({ streamId }) => streamId.startsWith('topic-'));
  const [first] = topic;
  if (first === undefined) throw new Error('no topic was recorded');
  const appendCopy = async (copy: number): Promise<unknown> => {
    const id = uuidV5(`copy${copy}`);
    const again = (text: string): string => text.replaceAll(first.streamId.slice('topic-'.length), id);
    const events = topic.map(({ type, data, metadata }, index) => ({
      id: uuidV5(`copy${copy} ${index}`),
      type,
      data: JSON.parse(again(JSON.stringify(data))) as typeof data,
      metadata,
    }));
    return store.append(`topic-${id}`, 'no_stream', events);
  };
  // Many at once share a transaction.
  for (let copy = 0; copy < copies; copy += 100) await Promise.all(Array.from({ length: 100 }, (_copy, index) => appendCopy(copy + index)));
  await application.env.projections.stop();
};

const digestsOf = (set: ReadModelSet, path: string): Readonly<Record<string, string>> => {
  const db = set.open(path);
  try {
    return digestTables(db);
  } finally {
    db.close();
  }
};

describe('building a version', () => {
  let folder: string;
  let events: string;
  let store: EventStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-build-'));
    events = join(folder, 'events.db');
    store = openSqliteEventStore(events);
    await recordLog(store, 3_000);
  }, 60_000);
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const build = (
    set: ReadModelSet,
    path: string,
    more: { readonly signal?: AbortSignal; readonly tell?: (progress: BuildProgress) => void } = {},
  ): Promise<BuildEnd> =>
    buildVersion({
      store,
      set,
      path,
      upcasters: {},
      signal: new AbortController().signal,
      tolerated: nothing,
      tell: () => undefined,
      ...more,
    });

  /** Builds in a process of its own; kills it when it has told that it is past `killAt` events. @returns the progress it told, and how it ended */
  const buildInChild = (
    path: string,
    name: string,
    killAt: number,
  ): Promise<{ readonly told: readonly BuildProgress[]; readonly end: string | null }> =>
    new Promise((done, fail) => {
      const process_ = spawn(process.execPath, ['--no-warnings', child, events, path, name], { stdio: ['ignore', 'pipe', 'inherit'] });
      const told: BuildProgress[] = [];
      let end: string | null = null;
      process_.stdout.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString().trim().split('\n')) {
          const said = JSON.parse(line) as Partial<BuildProgress> & { readonly kind?: string };
          if (said.kind !== undefined) end = said.kind;
          else told.push(said as BuildProgress);
        }
        const last = told.at(-1);
        if (last !== undefined && last.done >= killAt && last.done < last.total) process_.kill('SIGKILL');
      });
      process_.once('error', fail);
      process_.once('close', () => {
        done({ told, end });
      });
    });

  it.each(['read-models', 'row-history'] as const)(
    'of %s that is killed goes on where it was, to what an undisturbed one makes',
    async (name) => {
      const set = (name === 'row-history' ? rowHistorySet : readModelSet)(shippedProjections);
      const killed = join(folder, `${name}-killed.db`);
      const total = Number((await store.head()) ?? 0n);
      let reached = 0;
      for (let kills = 0; kills < 3; kills += 1) {
        const { told, end } = await buildInChild(killed, name, reached + 1);
        // It did not begin anew: what the killed one had told was there.
        expect([end, firstOf(told) >= reached, lastOf(told) > reached]).toStrictEqual([null, true, true]);
        reached = lastOf(told);
      }
      const { told, end } = await buildInChild(killed, name, Number.POSITIVE_INFINITY);
      expect([end, firstOf(told) >= reached, lastOf(told)]).toStrictEqual(['ready', true, total]);
      const undisturbed = join(folder, `${name}-undisturbed.db`);
      expect(await build(set, undisturbed)).toStrictEqual({ kind: 'ready' });
      expect(digestsOf(set, killed)).toStrictEqual(digestsOf(set, undisturbed));
    },
    120_000,
  );

  it('that is interrupted keeps what it reached', async () => {
    const set = readModelSet(shippedProjections);
    const path = join(folder, 'interrupted.db');
    const interrupting = new AbortController();
    const told: BuildProgress[] = [];
    const end = build(set, path, {
      signal: interrupting.signal,
      tell: (progress) => told.push(progress),
    });
    while (lastOf(told) <= 0) await new Promise((done) => setTimeout(done, 5));
    interrupting.abort();
    expect(await end).toStrictEqual({ kind: 'interrupted' });
    const again: BuildProgress[] = [];
    expect(await build(set, path, { tell: (progress) => again.push(progress) })).toStrictEqual({ kind: 'ready' });
    expect([firstOf(again) > 0, firstOf(again)]).toStrictEqual([true, lastOf(told)]);
    await build(set, join(folder, 'whole.db'));
    expect(digestsOf(set, path)).toStrictEqual(digestsOf(set, join(folder, 'whole.db')));
  }, 60_000);

  const broken: Projection = {
    name: 'broken',
    version: 1,
    tables: [],
    ddl: '',
    handlers: {
      CallOpened: () => {
        throw new Error('cannot take it');
      },
    },
  };

  it('may not take over when it stands still where the version that is shown does not', async () => {
    const set = readModelSet([broken]);
    const path = join(folder, 'broken.db');
    expect(await build(set, path)).toStrictEqual({
      kind: 'failed',
      reason: 'stands still where the version that is shown does not: broken',
    });
    const db = set.open(path);
    const runner = startProjections({ store, db, projections: set.projections, upcasters: {} });
    const tolerated = runner.standing();
    await runner.stop();
    db.close();
    const signal = new AbortController().signal;
    expect(await buildVersion({ store, set, path, upcasters: {}, signal, tolerated, tell: () => undefined })).toStrictEqual({
      kind: 'ready',
    });
  });
});
