// Resident memory of the service on a long log: while it builds its read models from nothing, and under load afterwards.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { loadedStore } from './lib/load.mjs';
import { draft, end, memoryOf, output, served, standalone, tokenOf } from './lib/service.mjs';

const client = fileURLToPath(new URL('lib/http-client.mjs', import.meta.url));
const pages = ['/', '/en/agendas/RIC-2015', '/en/members', '/api/v1/contributions?limit=50', '/api/v1/drafts'];

const load = (url, token, milliseconds, post) =>
  output(
    spawn(
      process.execPath,
      [client, JSON.stringify({ url, token, connections: 32, milliseconds, ...(post ? { body: draft } : { method: 'GET' }) })],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    ),
  ).then(JSON.parse);

/** The processes have followed the log, as those of a service that wrote it would have: what they would find done is not done again. */
const followed = (from, to, events) => {
  cpSync(from, to);
  const log = new Sqlite(events, { readonly: true });
  const { head } = log.prepare('SELECT max(position) AS head FROM events').get();
  log.close();
  const db = new Sqlite(to);
  db.prepare("UPDATE progress SET position = ? WHERE name = 'processes'").run(String(head));
  db.close();
};

/** @returns Markdown and the figures behind it */
export const benchMemory = async ({ milliseconds, memoryEvents }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const { path, count } = loadedStore(folder, memoryEvents);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  // The key alone: what was signed of the shorter log would contradict this one.
  cpSync(join(folder, 'demo', 'signer', 'key.pem'), join(dataDir, 'signer', 'key.pem'));
  renameSync(path, join(dataDir, 'events.db'));
  followed(join(folder, 'demo', 'process.db'), join(dataDir, 'process.db'), join(dataDir, 'events.db'));
  const begun = performance.now();
  const service = await served(standalone, { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
  const building = { seconds: (performance.now() - begun) / 1_000, ...memoryOf(service.child.pid) };
  const token = await tokenOf(dataDir);
  const under = [];
  const rates = { written: [], read: [] };
  for (let round = 0; round < 5; round += 1) {
    const written = await load(`${service.url}/api/v1/drafts`, token, milliseconds, true);
    rates.written.push(written.rate);
    for (const page of pages) {
      const read = await load(`${service.url}${page}`, token, milliseconds / pages.length, false);
      if (read.failed + written.failed > 0) throw new Error(`${read.failed + written.failed} requests failed, reading ${page}`);
      rates.read.push(read.rate);
    }
    under.push(memoryOf(service.child.pid).now);
  }
  const { peak } = memoryOf(service.child.pid);
  await end(service);
  rmSync(folder, { recursive: true, force: true });
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const markdown = [
    '### Resident memory, megabytes',
    '',
    line(['events', 'read models built, seconds', 'after building', 'most until then', 'under load, most', 'most ever']),
    '|---:|---:|---:|---:|---:|---:|',
    line([count.toLocaleString('en'), ...[building.seconds, building.now, building.peak, Math.max(...under), peak].map(Math.round)]),
    '',
  ];
  return { markdown: markdown.join('\n'), results: { count, building, under, rates, peak } };
};
