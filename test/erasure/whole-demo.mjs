// Every contribution of the demonstration is erased, those on agendas and in minutes among them: nothing of their titles is left, every
// read model follows, every list answers, and the ledger holds.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';

const dist = fileURLToPath(new URL('../../dist/apps', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-erased-demo-'));
const dataDir = join(folder, 'data');
const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' };

const run = (program, ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', join(dist, program), ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${status} ${stderr}`);
  return stdout;
};
const operator = (...args) => run('operator/main.js', ...args);
const tokenFor = (role) => JSON.parse(operator('token', 'create', '--role', role)).token;

const start = () =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', join(dist, 'standalone/main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const stop = () =>
      new Promise((ended) => {
        child.on('close', ended);
        child.kill('SIGTERM');
      });
    child.stdout.on('data', (chunk) => {
      const url = /http:\/\/\S+?:\d+/.exec(String(chunk))?.[0];
      if (url !== undefined) resolve({ url, stop });
    });
  });

const rows = (sql) => {
  const db = new Sqlite(join(dataDir, 'events.db'), { readonly: true });
  const found = db.prepare(sql).all();
  db.close();
  return found;
};

const post = async (url, path, body, token) => {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
  const sent = body === null ? { headers } : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', ...sent });
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

const decideAll = async (contributions) => {
  const [first, second] = [tokenFor('data_protection'), tokenFor('data_protection')];
  const { url, stop } = await start();
  for (const { stream } of contributions) {
    const [object, id] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    const asked = await post(url, '/erasures', { object, id, basis: 'retention_over', reason: 'The term is over.' }, first);
    await post(url, `/erasures/${asked.id}/approve`, null, second);
  }
  await stop();
};

/** Lists that do not answer. */
const unanswered = async () => {
  const token = tokenFor('officer');
  const { url, stop } = await start();
  const { paths } = await (await fetch(`${url}/api/v1/openapi.json`)).json();
  const lists = Object.keys(paths).filter((path) => paths[path].get !== undefined && !path.includes('{'));
  const failed = [];
  for (const path of [...lists, '/', '/en', '/fr']) {
    const { status } = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (status >= 500) failed.push(`${path} ${status}`);
  }
  await stop();
  return { lists: lists.length, failed };
};

try {
  run('operator/demo/main.js');
  const contributions = rows(
    "SELECT stream_id AS stream, json_extract(data, '$.content.title') AS title FROM events WHERE type IN ('TopicSubmitted', 'PracticeSubmitted')",
  );
  await decideAll(contributions);
  operator('erase');
  const { lists, failed } = await unanswered();
  const said = rows('SELECT data FROM events').map(({ data }) => data);
  const titles = contributions.map(({ title }) => title).filter((title) => title !== null && title.length >= 12);
  const left = titles.filter((title) => said.some((data) => data.includes(JSON.stringify(title).slice(1, -1))));
  const verified = operator('ledger', 'verify').trim();
  const proved = operator('rebuild', '--prove').trim();
  process.stdout.write(
    `${contributions.length} contributions erased, ${left.length} of ${titles.length} titles left, ${failed.length} of ${lists} lists fail\n`,
  );
  process.stdout.write(`${verified}\n${proved}\n`);
  process.exitCode = left.length === 0 && failed.length === 0 && titles.length > 100 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
