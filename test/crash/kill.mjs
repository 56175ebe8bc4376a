// The service under HTTP load, killed at random moments, again and again on one record; what clients were told is kept outside.
// In the end every acknowledged command stands in the record once, every repeat of an unanswered one was recorded at most once.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSqliteEventStore } from '../../dist/libs/event-store/src/adapters/sqlite/index.js';
import { chanceOf } from './lib/ids.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { cycles: { type: 'string' }, seed: { type: 'string' }, clients: { type: 'string' } } });
const [cycles, seed, clients] = [Number(values.cycles ?? 300), Number(values.seed ?? 1), Number(values.clients ?? 12)];
const chance = chanceOf(seed);
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'));
const dataDir = join(folder, 'data');
const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };

const start = () =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', 'dist/apps/standalone/main.js'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    child.stderr.on('data', (chunk) => (text += chunk));
    child.stdout.on('data', (chunk) => {
      const url = /http:\/\/\S+?:\d+/.exec(String(chunk))?.[0];
      if (url !== undefined) resolve({ url, child });
    });
    child.on('close', (code) => reject(new Error(`the service ended with ${code}: ${text}`)));
  });

const draft = (title) => ({
  kind: 'topic',
  guidanceId: 'PC0410.GR-2',
  callId: 'RIC-2015-input',
  content: {
    language: 'en',
    title,
    text: 'Appeals end differently.',
    primaryTheme: 'DISPUTES',
    secondaryThemes: [],
    economicCommunity: null,
  },
});

const post = (agent, url, token, key, body) =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
    };
    const sent = request(new URL('/api/v1/drafts', url), { agent, method: 'POST', headers }, (answer) => {
      let told = '';
      answer.on('data', (chunk) => (told += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, body: told }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });

const acknowledged = new Map();
const doubtful = new Map();
let refused = 0;

/** One client: repeats what it had no answer to, then goes on with new commands, until its service is gone. */
const client = async (url, token, name) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (;;) {
      const [again] = [...doubtful].filter(([, { owner }]) => owner === name);
      const [key, { title }] = again ?? [randomUUID(), { title: `Draft ${randomUUID()}` }];
      doubtful.set(key, { owner: name, title });
      const { status, body } = await post(agent, url, token, key, draft(title));
      if (status === 200 || status === 201) {
        acknowledged.set(key, { id: JSON.parse(body).id, title });
        doubtful.delete(key);
      } else refused += 1;
      if (status >= 500) return;
    }
  } catch {
    // The connection broke: what was asked for stays in doubt and is asked again.
  } finally {
    agent.destroy();
  }
};

const begun = Date.now();
let token = '';
for (let cycle = 0; cycle < cycles; cycle += 1) {
  const { url, child } = await start();
  if (token === '') {
    const made = spawnSync(process.execPath, ['dist/apps/operator/main.js', 'token', 'create', '--role', 'drafter', '--member', 'KE'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    ({ token } = JSON.parse(made.stdout));
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const working = Promise.all(Array.from({ length: clients }, (_client, index) => client(url, token, index)));
  await new Promise((resolve) => setTimeout(resolve, 40 + chance.below(400)));
  child.kill('SIGKILL');
  await ended;
  await working;
  if ((cycle + 1) % 10 === 0) {
    const left = ((Date.now() - begun) / (cycle + 1)) * (cycles - cycle - 1);
    process.stdout.write(`${cycle + 1}/${cycles} kills, ${acknowledged.size} acknowledged, ${Math.round(left / 1_000)} s left\n`);
  }
}

const store = openSqliteEventStore(join(dataDir, 'events.db'));
const times = new Map();
const revisions = new Map();
let holes = 0;
for await (const event of store.readAll()) {
  const next = revisions.get(event.streamId) ?? 0n;
  if (event.revision !== next) holes += 1;
  revisions.set(event.streamId, event.revision + 1n);
  if (event.type === 'DraftSaved') times.set(event.data.content.title, (times.get(event.data.content.title) ?? 0) + 1);
}
await store.close();
rmSync(folder, { recursive: true });
const lost = [...acknowledged.values()].filter(({ title }) => !times.has(title)).length;
const doubled = [...times.values()].filter((count) => count > 1).length;
process.stdout.write(
  `kill: ${cycles} SIGKILLs, seed ${seed}, ${acknowledged.size} acknowledgements, ${doubtful.size} in doubt at the end, ${refused} refused: ${lost} lost, ${doubled} doubled, ${holes} holes\n`,
);
process.exitCode = lost + doubled + holes === 0 && acknowledged.size > 0 ? 0 : 1;
