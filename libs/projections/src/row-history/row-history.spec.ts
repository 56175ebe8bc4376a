import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication, instant, type TestApplication } from '../../../../test/support/application.ts';
import { chanceOf } from '../../../../test/support/chance.ts';
import { recordPublishedAgenda } from '../../../../test/support/published.ts';
import { openMemoryEventStore } from '../../../event-store/src/adapters/memory/index.ts';
import { isLedgered, type EventStore, type RecordedEvent } from '../../../event-store/src/index.ts';
import {
  historyProjections,
  openRowHistory,
  openShippedReadModels,
  readRowHistory,
  shippedProjections,
  startProjections,
  type ReadDatabase,
  type RowHistory,
} from '../index.ts';

const tables = historyProjections(shippedProjections).flatMap((projection) => projection.tables);

/** Every row of every table that is kept over time, in an order of their own. */
const shown = (db: ReadDatabase): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .all<object>(`SELECT * FROM "${table}"`)
        .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
        .sort(),
    ]),
  );

const copy = (store: EventStore, { streamId, revision, ...event }: RecordedEvent): Promise<unknown> =>
  store.append(streamId, revision === 0n ? 'no_stream' : revision - 1n, [event]);

describe('row history', () => {
  let folder: string;
  let application: TestApplication;
  let events: readonly RecordedEvent[];
  let history: RowHistory;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-history-'));
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    events = await Array.fromAsync(application.env.store.readAll());
    const file = openRowHistory(join(folder, 'history.db'), shippedProjections);
    const projections = historyProjections(shippedProjections);
    const runner = startProjections({ store: application.env.store, db: file, projections, upcasters: {} });
    await runner.caughtUp;
    history = readRowHistory(join(folder, 'history.db'), shippedProjections);
    stop = async () => {
      history.close();
      await runner.stop();
      file.close();
    };
  }, 60_000);
  afterAll(async () => {
    await stop();
    await application.close();
    rmSync(folder, { recursive: true });
  });

  const points = Number(process.env['HISTORY_POINTS'] ?? 60);
  const seed = Number(process.env['SEED'] ?? 1);
  it(`shows at ${points} random ledger sizes (seed ${seed}) what a projection built to there shows`, async () => {
    const chance = chanceOf(seed);
    const whole = history.n();
    const wanted = new Set([0, 1, whole - 1, whole, ...Array.from({ length: points }, () => chance.below(whole))]);
    const store = openMemoryEventStore();
    const db = openShippedReadModels(':memory:');
    const runner = startProjections({ store, db, projections: shippedProjections, upcasters: {} });
    let n = 0;
    let compared = 0;
    const compare = async (): Promise<void> => {
      if (!wanted.has(n)) return;
      const head = await store.head();
      if (head !== null) await runner.waitForPosition(head);
      expect([n, await history.lend(n, shown)]).toStrictEqual([n, shown(db)]);
      compared += 1;
    };
    for (const event of events) {
      // What happens outside the ledger before the next ledgered event belongs to the size before it.
      if (isLedgered(event.streamId)) await compare();
      await copy(store, event);
      if (isLedgered(event.streamId)) n += 1;
    }
    await compare();
    expect([compared, n]).toStrictEqual([wanted.size, whole]);
    await runner.stop();
  }, 300_000);

  it('tells the size at an instant by the running maximum, and the instant of a size', () => {
    const whole = history.n();
    expect(history.sizeAt(instant('2015-02-10T11:59:59.999Z'))).toBe(0);
    expect(history.sizeAt(instant('2015-02-10T12:00:00.000Z'))).toBeGreaterThan(0);
    expect(history.sizeAt(instant('2099-01-01T00:00:00.000Z'))).toBe(whole);
    expect([history.instantOf(0), history.instantOf(1), history.instantOf(whole)]).toStrictEqual([
      null,
      '2015-02-10T12:00:00.000Z',
      history.instantOf(whole),
    ]);
  });

  it('tells the size right after a version of an agenda was published', async () => {
    const n = history.sizeAtVersion('A', 1) ?? 0;
    const status = (read: ReadDatabase): unknown =>
      read.get<{ status: string }>("SELECT status FROM agenda_version WHERE agenda_id = 'A'")?.status;
    expect([await history.lend(n - 1, status), await history.lend(n, status)]).toStrictEqual(['approved', 'published']);
    expect([history.sizeAtVersion('A', 2), history.sizeAtVersion('B', 1)]).toStrictEqual([null, null]);
  });

  it('keeps no unreleased text', () => {
    expect(tables.includes('draft')).toBe(false);
  });

  it('shows many states at once, each to its own borrower', async () => {
    const size = (read: ReadDatabase): Promise<number> =>
      new Promise((resolve) => setTimeout(resolve, 1)).then(() => read.get<{ n: number }>('SELECT n FROM checkpoint')?.n ?? -1);
    const sizes = Array.from({ length: 12 }, (_size, index) => index);
    expect(await Promise.all(sizes.map((n) => history.lend(n, size)))).toStrictEqual(sizes);
  });
});
