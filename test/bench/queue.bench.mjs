// The queue's port over Redis against bare BullMQ on the same Redis, jobs that do nothing, added and then worked off; the embedded queue beside them.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { openBullJobQueue } from '../../dist/libs/queue/src/adapters/bullmq/index.js';
import { openSqliteJobQueue } from '../../dist/libs/queue/src/adapters/sqlite/index.js';
import { usualPolicy } from '../../dist/libs/queue/src/index.js';

const jobs = 5_000;
const concurrency = 50;
const batches = (round) =>
  Array.from({ length: jobs / 200 }, (_none, batch) => Array.from({ length: 200 }, (_job, n) => `r${round}-${batch}-${n}`));

const freePort = async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const startRedis = async (folder) => {
  const port = await freePort();
  const child = spawn('redis-server', ['--bind', '127.0.0.1', '--port', port, '--dir', folder, '--appendonly', 'yes', '--save', '']);
  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve());
  });
  return { child, url: `redis://127.0.0.1:${port}` };
};

/** Resolves when as many jobs were done. */
const counter = () => {
  const { promise, resolve } = Promise.withResolvers();
  let left = jobs;
  return { done: promise, count: () => (left -= 1) === 0 && resolve() };
};

const viaPort = async (queue, round) => {
  const { done, count } = counter();
  const begun = performance.now();
  const worker = queue.work(async () => count(), { concurrency });
  for (const ids of batches(round)) await queue.add(ids.map((jobId) => ({ jobId, name: 'nothing' })));
  await done;
  const rate = (jobs * 1_000) / (performance.now() - begun);
  await worker.close();
  return rate;
};

const bare = async (url, round) => {
  const [forQueue, forWorker] = [new Redis(url), new Redis(url, { maxRetriesPerRequest: null })];
  const keep = { removeOnComplete: { age: 604_800 }, removeOnFail: { age: 2_592_000 }, attempts: 5 };
  const queue = new Queue(`bare-${round}`, { connection: forQueue, defaultJobOptions: keep });
  const { done, count } = counter();
  const begun = performance.now();
  const worker = new Worker(`bare-${round}`, async () => count(), { connection: forWorker, concurrency });
  for (const ids of batches(round)) await queue.addBulk(ids.map((jobId) => ({ name: 'nothing', data: {}, opts: { jobId } })));
  await done;
  const rate = (jobs * 1_000) / (performance.now() - begun);
  await worker.close();
  await queue.close();
  forQueue.disconnect();
  forWorker.disconnect();
  return rate;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns Markdown and the figures behind it */
export const benchQueue = async ({ repetitions }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-queue-'));
  const redis = await startRedis(folder);
  const found = { port: [], bare: [], embedded: [] };
  for (let round = 0; round < repetitions; round += 1) {
    const shared = openBullJobQueue({ url: redis.url, name: `port-${round}`, prefix: 'bench', policy: usualPolicy });
    found.port.push(await viaPort(shared, round));
    await shared.close();
    found.bare.push(await bare(redis.url, round));
    const own = openSqliteJobQueue({ path: join(folder, `queue-${round}.db`), policy: usualPolicy });
    found.embedded.push(await viaPort(own, round));
    await own.close();
  }
  const gone = new Promise((resolve) => redis.child.once('exit', resolve));
  redis.child.kill();
  await gone;
  rmSync(folder, { recursive: true, force: true });
  const results = Object.fromEntries(Object.entries(found).map(([name, rates]) => [name, Math.round(median(rates))]));
  const ratio = results.port / results.bare;
  const markdown = [
    '## Queue',
    '',
    '| jobs that do nothing, added and done | jobs/s |',
    '| --- | --- |',
    `| port over BullMQ | ${results.port} |`,
    `| bare BullMQ | ${results.bare} |`,
    `| embedded | ${results.embedded} |`,
    '',
    `Port ÷ bare: ${ratio.toFixed(2)} (bar 0.7)`,
    '',
  ].join('\n');
  return { markdown, results: { ...results, ratio } };
};
