// The oracle of looking back: at so many random ledger sizes, of the demonstration and of a log of 100,000 events with its type mix,
// what the views show equals what read models show that were built up to there from nothing.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openMemoryEventStore } from '../../dist/libs/event-store/src/adapters/memory/index.js';
import { openSqliteEventStore } from '../../dist/libs/event-store/src/adapters/sqlite/index.js';
import { isLedgered } from '../../dist/libs/event-store/src/index.js';
import {
  historyProjections,
  openRowHistory,
  openShippedReadModels,
  readRowHistory,
  shippedProjections,
  startProjections,
} from '../../dist/libs/projections/src/index.js';
import { loadedStore } from '../bench/lib/load.mjs';
import { chanceOf } from './lib/ids.mjs';

const kept = historyProjections(shippedProjections);
const tables = kept.flatMap((projection) => projection.tables);

/** Every row of every table that is kept over time, whatever its order. */
const shown = (db) =>
  Object.fromEntries(
    tables.map((table) => {
      const rows = db
        .all(`SELECT * FROM "${table}"`)
        .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
      const hash = createHash('sha256');
      rows.sort().forEach((row) => hash.update(row));
      return [table, `${rows.length} ${hash.digest('hex')}`];
    }),
  );

const compareAt = async (path, folder, points, seed) => {
  const source = openSqliteEventStore(path);
  const historyPath = join(folder, `history-${points}-${seed}.db`);
  const file = openRowHistory(historyPath, shippedProjections);
  const keeper = startProjections({ store: source, db: file, projections: kept, upcasters: {} });
  await keeper.caughtUp;
  const history = readRowHistory(historyPath, shippedProjections);
  const chance = chanceOf(seed);
  const whole = history.n();
  const wanted = new Set([0, whole, ...Array.from({ length: points }, () => chance.below(whole))]);
  const store = openMemoryEventStore();
  const db = openShippedReadModels(':memory:');
  const runner = startProjections({ store, db, projections: shippedProjections, upcasters: {} });
  let n = 0;
  let compared = 0;
  const wrong = [];
  const compare = async () => {
    if (!wanted.has(n)) return;
    const head = await store.head();
    while (head !== null && runner.standing().position !== head) await new Promise((resolve) => setImmediate(resolve));
    const [then, built] = [await history.lend(n, shown), shown(db)];
    tables.filter((table) => then[table] !== built[table]).forEach((table) => wrong.push(`${table} at ${n}`));
    compared += 1;
  };
  for await (const { streamId, revision, id, type, data, metadata } of source.readAll()) {
    if (isLedgered(streamId)) await compare();
    await store.append(streamId, revision === 0n ? 'no_stream' : revision - 1n, [{ id, type, data, metadata }]);
    if (isLedgered(streamId)) n += 1;
  }
  await compare();
  history.close();
  await Promise.all([runner.stop(), keeper.stop()]);
  [db, file].forEach((one) => one.close());
  await source.close();
  return { compared, whole, wrong };
};

const { values } = parseArgs({ options: { points: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-as-of-'));
let failed = 0;
for (const size of [0, 100_000]) {
  const { path, count } = loadedStore(folder, size);
  const { compared, whole, wrong } = await compareAt(path, folder, Number(values.points), Number(values.seed));
  failed += wrong.length;
  process.stdout.write(
    `as of: ${count} events, ledger size ${whole}, ${compared} sizes compared, seed ${values.seed}: ${wrong.length} tables differ ${wrong.slice(0, 5).join(', ')}\n`,
  );
}
rmSync(folder, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;
