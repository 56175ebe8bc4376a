// The ledger: how long a long log takes to be sealed and checked, and how soon what was acknowledged is under a signed checkpoint.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { openSqliteEventStore } from '../../dist/libs/event-store/src/adapters/sqlite/index.js';
import { isLedgered } from '../../dist/libs/event-store/src/index.js';
import { parseCheckpoint, signerAt, startSealer } from '../../dist/libs/ledger/src/index.js';
import { loadedStore } from './lib/load.mjs';
import { draft, end, memoryOf, served, standalone, tokenOf } from './lib/service.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const row = (cells) => `| ${cells.join(' | ')} |`;

const opening = (path) => {
  const db = new Sqlite(path, { readonly: true });
  const { data } = db.prepare("SELECT data FROM events WHERE type = 'LedgerOpened'").get();
  db.close();
  return JSON.parse(data);
};

/** Runs a program of ours. @returns seconds, and the most megabytes that it had in memory */
const measured = (args, env = {}) =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--no-warnings', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let peak = 0;
    const watch = setInterval(() => {
      if (existsSync(`/proc/${child.pid}/status`)) peak = Math.max(peak, memoryOf(child.pid).peak);
    }, 50);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - begun) / 1_000, peak });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });

/** A data folder with a long log that nobody has sealed yet. */
const unsealed = (folder, path) => {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  copyFileSync(path, join(dataDir, 'events.db'));
  // The key alone: what was signed of the shorter log would contradict this one.
  cpSync(join(folder, 'demo', 'signer', 'key.pem'), join(dataDir, 'signer', 'key.pem'));
  cpSync(join(folder, 'demo', 'blobs'), join(dataDir, 'blobs'), { recursive: true });
  return dataDir;
};

const sealed = async (dataDir, origin) => {
  const begun = performance.now();
  const store = openSqliteEventStore(join(dataDir, 'events.db'));
  const tiles = join(dataDir, 'ledger');
  const signer = signerAt({ origin, folder: join(dataDir, 'signer'), tiles });
  const sealer = startSealer({ store, origin, folder: tiles, signer });
  await sealer.caughtUp;
  const seconds = (performance.now() - begun) / 1_000;
  await sealer.stop();
  await signer.stop();
  await store.close();
  return seconds;
};

const longLog = async (folder, events) => {
  const { path, count } = loadedStore(folder, events);
  const { origin, vkey } = opening(path);
  const dataDir = unsealed(folder, path);
  const sealing = await sealed(dataDir, origin);
  const bundle = join(folder, 'bundle.zip');
  const exported = await measured(['dist/apps/operator/main.js', 'bundle', 'export', '--out', bundle], { DATA_DIR: dataDir });
  writeFileSync(join(folder, 'policy'), `log ${vkey}\nquorum none\n`);
  const check = (...more) => measured(['dist/apps/auditor/main.js', 'verify', bundle, '--policy', join(folder, 'policy'), ...more]);
  const checks = await check('--no-replay');
  return { count, sealing, exported, checks };
};

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const post = async (url, token, body) => {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return { position: answer.headers.get('x-position'), at: performance.now(), body: await answer.json() };
};

/** Submits as fast as answers come. @returns when each submission was acknowledged, and at which position */
const submissions = async (url, tokens, connections, milliseconds) => {
  const until = performance.now() + milliseconds;
  const acknowledged = [];
  const one = async () => {
    while (performance.now() < until) {
      const made = await post(`${url}/api/v1/drafts`, tokens.drafter, draft);
      acknowledged.push(await post(`${url}/api/v1/drafts/${made.body.id}/release`, tokens.delegate, {}));
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return acknowledged;
};

/** Notes each published checkpoint and when it was seen, until told to stop. */
const watching = (path) => {
  const seen = [];
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      const checkpoint = existsSync(path) ? parseCheckpoint(readFileSync(path)) : null;
      if (checkpoint !== null && checkpoint.size !== seen.at(-1)?.size) seen.push({ size: checkpoint.size, at: performance.now() });
      await sleep(5);
    }
  })();
  return { seen, stop: () => ((isOver = true), done) };
};

/** Ledger size that covers each position. */
const coveringSizes = (path) => {
  const db = new Sqlite(path, { readonly: true });
  const sizes = new Map();
  let n = 0;
  for (const { position, stream_id } of db.prepare('SELECT position, stream_id FROM events ORDER BY position').iterate()) {
    if (isLedgered(stream_id)) n += 1;
    sizes.set(String(position), n);
  }
  db.close();
  return sizes;
};

const at = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1))];

const acknowledgements = async (folder, milliseconds) => {
  const dataDir = join(folder, 'served');
  const service = await served(standalone, { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
  const tokens = { drafter: await tokenOf(dataDir), delegate: await tokenOf(dataDir, 'delegate') };
  const watch = watching(join(dataDir, 'ledger', 'checkpoint'));
  const acknowledged = await submissions(service.url, tokens, 8, milliseconds);
  await sleep(3_000);
  await watch.stop();
  await end(service);
  const sizes = coveringSizes(join(dataDir, 'events.db'));
  const waits = acknowledged.map(({ position, at: acked }) => {
    const size = sizes.get(String(BigInt(position)));
    const covering = watch.seen.find((seen) => seen.size >= size);
    if (covering === undefined) throw new Error(`position ${position} was not sealed within three seconds`);
    return Math.max(0, covering.at - acked);
  });
  const sorted = waits.toSorted((a, b) => a - b);
  return { count: waits.length, median: at(sorted, 0.5), p99: at(sorted, 0.99), most: sorted.at(-1) };
};

/** @returns Markdown and the figures behind it */
export const benchLedger = async ({ milliseconds, memoryEvents }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const waits = await acknowledgements(folder, Math.max(5_000, milliseconds));
  const long = await longLog(folder, memoryEvents);
  rmSync(folder, { recursive: true, force: true });
  const round = (value) => Math.round(value).toLocaleString('en');
  const markdown = [
    '### The ledger of a long log (one repetition)',
    '',
    row(['events', 'sealed from nothing, s', 'checked by `auditor verify`, s', 'most memory of it, MB', 'bundle with its replay, s']),
    '|---:|---:|---:|---:|---:|',
    row([long.count.toLocaleString('en'), ...[long.sealing, long.checks.seconds, long.checks.peak, long.exported.seconds].map(round)]),
    '',
    `From acknowledgement to a signed checkpoint, ${waits.count.toLocaleString('en')} submissions over 8 connections: median ${round(waits.median)} ms, p99 ${round(waits.p99)} ms, most ${round(waits.most)} ms.`,
    '',
  ];
  return { markdown: markdown.join('\n'), results: { waits, long } };
};
