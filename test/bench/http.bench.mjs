// A command over HTTP, acknowledged after fsync, beside a bare Fastify route with a bare group-committed insert.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved, median, table } from './lib/measure.mjs';
import { draft, end, memoryOf, output, served, standalone, tokenOf } from './lib/service.mjs';

const client = fileURLToPath(new URL('lib/http-client.mjs', import.meta.url));

/** @returns Markdown and the figures behind it */
export const benchHttp = async ({ repetitions, milliseconds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const dataDir = join(folder, 'data');
  const begun = performance.now();
  const service = await served(standalone, { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' });
  const startMs = performance.now() - begun;
  const token = await tokenOf(dataDir);
  const bare = await served(['test/bench/peers/bare-fastify.mjs'], { BENCH_FOLDER: folder });
  const candidates = [
    { name: 'rapporteur, POST /api/v1/drafts', url: `${service.url}/api/v1/drafts` },
    { name: 'bare Fastify route, grouped insert', url: `${bare.url}/drafts` },
  ];
  const results = { startMs };
  const tables = [];
  for (const connections of [1, 32]) {
    const details = new Map(candidates.map(({ name }) => [name, []]));
    const figures = await interleaved(candidates, repetitions, async ({ name, url }) => {
      const settings = JSON.stringify({ url, token, connections, milliseconds, body: draft });
      const found = JSON.parse(await output(spawn(process.execPath, [client, settings], { stdio: ['ignore', 'pipe', 'inherit'] })));
      if (found.failed > 0) throw new Error(`${found.failed} requests failed at ${url}`);
      details.get(name).push(found);
      return found.rate;
    });
    results[connections] = Object.fromEntries(details);
    tables.push(table(`Command over HTTP, ${connections} connection${connections === 1 ? '' : 's'}`, figures, 'answers/s'));
    const latency = [...details].map(
      ([name, all]) =>
        `${name}: p50 ${median(all.map(({ p50 }) => p50)).toFixed(1)} ms, p99 ${median(all.map(({ p99 }) => p99)).toFixed(1)} ms`,
    );
    tables.push(`${latency.join('; ')}.\n`);
  }
  results.memoryMb = memoryOf(service.child.pid).now;
  tables.push(
    `Start, from nothing to the first answer: ${Math.round(startMs)} ms. Resident memory under this load: ${Math.round(results.memoryMb)} MB.\n`,
  );
  await end(service);
  await end(bare);
  rmSync(folder, { recursive: true, force: true });
  return { markdown: tables.join('\n'), results };
};
