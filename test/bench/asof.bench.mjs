// Looking back: any past state of the contributions and of the published agenda, cold (a connection of its own) and warm.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../dist/libs/event-store/src/adapters/sqlite/index.js';
import * as projections from '../../dist/libs/projections/src/index.js';
import { loadedStore } from './lib/load.mjs';
import { median } from './lib/measure.mjs';

const {
  contributions,
  agendaVersion,
  historyProjections,
  openRowHistory,
  openShippedReadModels,
  readRowHistory,
  shippedProjections,
  startProjections,
} = projections;

const list = (read) => contributions(read, { filter: {}, viewer: { kind: 'internal' }, limit: 50 });
const agenda = (read) => agendaVersion(read, 'RIC-2015', null);

const timed = async (work) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** @returns Markdown and the figures behind it */
export const benchAsOf = async ({ repetitions, sizes }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const results = {};
  const lines = [
    '### As of any moment, milliseconds',
    '',
    '| events | list, cold | list, warm | agenda, warm | list, live |',
    '|---:|---:|---:|---:|---:|',
  ];
  for (const size of sizes) {
    const { path, count } = loadedStore(folder, size);
    const store = openSqliteEventStore(path);
    const file = openRowHistory(join(folder, `history-${size}.db`), shippedProjections);
    const live = openShippedReadModels(join(folder, `live-${size}.db`));
    const runners = [
      startProjections({ store, db: file, projections: historyProjections(shippedProjections), upcasters: {} }),
      startProjections({ store, db: live, projections: shippedProjections, upcasters: {} }),
    ];
    await Promise.all(runners.map(({ caughtUp }) => caughtUp));
    const figures = { cold: [], warm: [], agenda: [], live: [] };
    const whole = readRowHistory(join(folder, `history-${size}.db`), shippedProjections);
    for (let round = 0; round < Math.max(repetitions, 20); round += 1) {
      const n = Math.floor(((round + 0.5) / Math.max(repetitions, 20)) * whole.n());
      const fresh = readRowHistory(join(folder, `history-${size}.db`), shippedProjections);
      figures.cold.push(await timed(() => fresh.lend(n, list)));
      fresh.close();
      await whole.lend(n, list);
      figures.warm.push(await timed(() => whole.lend(n, list)));
      figures.agenda.push(await timed(() => whole.lend(n, agenda)));
      figures.live.push(await timed(() => list(live)));
    }
    results[count] = figures;
    lines.push(
      `| ${count.toLocaleString('en')} | ${['cold', 'warm', 'agenda', 'live'].map((name) => median(figures[name]).toFixed(1)).join(' | ')} |`,
    );
    whole.close();
    await Promise.all(runners.map(({ stop }) => stop()));
    [file, live].forEach((db) => db.close());
    await store.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return { markdown: `${lines.join('\n')}\n`, results };
};
