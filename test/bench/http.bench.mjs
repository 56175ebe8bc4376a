// A command over HTTP, acknowledged after fsync, beside a bare Fastify route with a bare group-committed insert.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved, median, table } from './lib/measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const draft = {
  kind: 'topic',
  guidanceId: 'PC0410.GR-2',
  callId: 'RIC-2015-input',
  content: {
    language: 'en',
    title: 'One law, five tribunals',
    text: 'Appeals against rulings end differently in each of the five Members of our union. '.repeat(6),
    primaryTheme: 'DISPUTES',
    secondaryThemes: [],
    economicCommunity: null,
  },
};

const output = (child) =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`ended with ${code}`))));
  });

const served = (program, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', program], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const url = /http:\/\/\S+?:\d+/.exec(text)?.[0];
      if (url !== undefined) resolve({ url, child });
    });
    child.on('close', (code) => reject(new Error(`the server ended with ${code}`)));
  });

const end = ({ child }) =>
  new Promise((resolve) => {
    child.on('close', resolve);
    child.kill('SIGTERM');
  });

const memoryOf = async (pid) => {
  const { readFileSync } = await import('node:fs');
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
};

/** @returns Markdown and the figures behind it */
export const benchHttp = async ({ repetitions, milliseconds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const dataDir = join(folder, 'data');
  const begun = performance.now();
  const service = await served('dist/apps/standalone/main.js', { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' });
  const startMs = performance.now() - begun;
  const made = spawn(process.execPath, ['dist/apps/operator/main.js', 'token', 'create', '--role', 'drafter', '--member', 'KE'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { token } = JSON.parse(await output(made));
  const bare = await served('test/bench/peers/bare-fastify.mjs', { BENCH_FOLDER: folder });
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
      const child = spawn(process.execPath, [fileURLToPath(new URL('lib/http-client.mjs', import.meta.url)), settings], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const found = JSON.parse(await output(child));
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
  results.memoryMb = await memoryOf(service.child.pid);
  tables.push(
    `Start, from nothing to the first answer: ${Math.round(startMs)} ms. Resident memory under this load: ${Math.round(results.memoryMb)} MB.\n`,
  );
  await end(service);
  await end(bare);
  rmSync(folder, { recursive: true, force: true });
  return { markdown: tables.join('\n'), results };
};
