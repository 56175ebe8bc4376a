// Building read models from nothing: the topic list alone, the shipped set, the row history; on logs of several lengths.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../dist/libs/event-store/src/adapters/sqlite/index.js';
import * as projections from '../../dist/libs/projections/src/index.js';
import { loadedStore } from './lib/load.mjs';
import { interleaved, table } from './lib/measure.mjs';

const { historyProjections, openReadModelsOf, openRowHistory, shippedProjections, startProjections } = projections;

const build = async (path, db, set) => {
  const store = openSqliteEventStore(path);
  const begun = performance.now();
  const runner = startProjections({ store, db, projections: set, upcasters: {} });
  await runner.caughtUp;
  const seconds = (performance.now() - begun) / 1_000;
  await runner.stop();
  db.close();
  await store.close();
  return seconds;
};

const readAll = async (path) => {
  const store = openSqliteEventStore(path);
  const begun = performance.now();
  let count = 0;
  for await (const message of store.subscribeAll({ after: 'start' })) {
    if (message.kind === 'caughtUp') break;
    count += message.events.length;
  }
  const seconds = (performance.now() - begun) / 1_000;
  await store.close();
  return count === 0 ? Number.NaN : seconds;
};

/** @returns Markdown and the figures behind it */
export const benchRebuild = async ({ repetitions, sizes }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const topicList = shippedProjections.filter(({ name }) => name === 'contributions' || name === 'member-directory');
  const results = {};
  const tables = [];
  for (const size of sizes) {
    const { path, count } = loadedStore(folder, size);
    let file = 0;
    const fresh = (name) => join(folder, `${name}-${size}-${(file += 1)}.db`);
    const candidates = [
      { name: 'shipped set', run: () => build(path, openReadModelsOf(fresh('read'), shippedProjections), shippedProjections) },
      { name: 'topic list', run: () => build(path, openReadModelsOf(fresh('topics'), topicList), topicList) },
      {
        name: 'row history',
        run: () => build(path, openRowHistory(fresh('history'), shippedProjections), historyProjections(shippedProjections)),
      },
      { name: 'subscription alone', run: () => readAll(path) },
    ];
    const rounds = size > 500_000 ? Math.min(repetitions, 3) : repetitions;
    const figures = await interleaved(candidates, rounds, async ({ run }) => count / (await run()));
    results[count] = Object.fromEntries(figures);
    tables.push(table(`Rebuild from ${count.toLocaleString('en')} events`, figures, 'events/s'));
  }
  rmSync(folder, { recursive: true, force: true });
  return { markdown: tables.join('\n'), results };
};
