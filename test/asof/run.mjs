// npm run test:asof: plays the demonstration and asks every question of the API at so many ledger sizes while it runs; afterwards asks
// each of them as of that size and compares byte for byte, in canonical form. `--sizes N` (20), `--per-route N` (8), `--until DATE`,
// `--show N` (differences that are printed). The business clock is held at the last recorded instant while the answers are taken.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import canonicalize from 'canonicalize';
import { pino } from 'pino';
import { ApiClient } from '../../dist/apps/operator/demo/client.js';
import { play } from '../../dist/apps/operator/demo/play.js';
import { makeToken } from '../../dist/apps/operator/token.js';
import { startService } from '../../dist/apps/standalone/serve.js';
import { differenceBetween } from './difference.mjs';
import { idsOnRecord } from './record.mjs';
import { addresses, exceptions, unordered, unspoken } from './routes.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '20' },
    'per-route': { type: 'string', default: '8' },
    until: { type: 'string', default: '2015-12-31' },
    last: { type: 'string', default: '2200' },
    show: { type: 'string', default: '20' },
  },
});
const wanted = Number(values.sizes);
const say = (line) => {
  process.stdout.write(`${line}\n`);
};

const description = JSON.parse(readFileSync(new URL('../../apps/api/openapi.json', import.meta.url), 'utf8'));
const described = Object.entries(description.paths)
  .filter(([, { get }]) => get !== undefined)
  .map(([path]) => path);

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-asof-'));
const settings = {
  host: '127.0.0.1',
  port: 0,
  dataDir: folder,
  logLevel: 'warn',
  clock: { mode: 'virtual', start: '2015-01-29T08:00:00.000Z' },
  ledgerDomain: 'demo.rapporteur.localhost',
};
const service = await startService(settings, pino({ level: 'warn' }, pino.destination(2)));
const { env } = service.deployment;
const tokenOf = async (role, member = null) => (await makeToken(env, { role, member, language: 'en', label: 'demonstration' })).token;
const operatorToken = await tokenOf('operator');
const auditor = await tokenOf('auditor');
/** Somebody who reads what is a Member's alone. */
const delegate = await tokenOf('delegate', 'CM');
const ofMember = { '/api/v1/home': delegate, '/api/v1/calendars/member': delegate };

const running = env.clock.now;
let held = null;
env.clock.now = () => held ?? running();

const size = () => env.projections.standing().n;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when everything that follows by itself has followed, in the read models and in the row history. */
const settle = async () => {
  for (;;) {
    const head = await env.store.head();
    if (head !== null) await env.projections.waitForPosition(head);
    const { caughtUp, waiting } = env.processes.standing();
    if (caughtUp && waiting === 0 && env.rowHistory.n() === size() && (await env.store.head()) === head) return;
    await pause(10);
  }
};

/** Resolves when everything up to a ledger size is sealed: documents name the root of what they show. */
const sealedTo = async (n) => {
  for (;;) {
    const answer = await fetch(`${service.url}/api/v1/ledger/checkpoint`);
    const [, sealed] = answer.status === 200 ? (await answer.text()).split('\n') : [];
    if (Number(sealed) >= n) return;
    await pause(20);
  }
};

const ask = async (address, path = address) => {
  const response = await fetch(service.url + address, { headers: { authorization: `Bearer ${ofMember[path] ?? auditor}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json\b/.test(response.headers.get('content-type') ?? '');
  const said = isJson ? JSON.parse(bytes.toString('utf8')) : null;
  if (path in unordered && Array.isArray(said?.items)) said.items.sort((one, other) => (canonicalize(one) < canonicalize(other) ? -1 : 1));
  const body = isJson ? canonicalize(said) : bytes.toString(isFeed(response) ? 'utf8' : 'base64');
  return { status: response.status, body: isFeed(response) ? withoutItsQuestion(body) : body };
};

const isFeed = (response) => /atom\+xml\b/.test(response.headers.get('content-type') ?? '');

/** A feed names its own address, which says of which past it was asked. */
const withoutItsQuestion = (feed) => feed.replaceAll(/asOf=\d+(?:&amp;)?/g, '').replaceAll(/(?:\?|&amp;)(?=")/g, '');

/** Bytes that were deleted since are gone from the past, too, as libs/DECISIONS.md says. */
const isDeletedSince = (path, then) => path.endsWith('/content') && then.status === 409 && then.body.includes('"attachment.bytes_deleted"');

const captured = new Map();
let next = Math.round(Number(values.last) / wanted / 2);
const step = Number(values.last) / wanted;

const capture = async () => {
  for (;;) {
    await settle();
    const n = size();
    await sealedTo(n);
    held = env.rowHistory.instantOf(n);
    const answers = [];
    for (const { path, address } of addresses(described, await idsOnRecord(env.store), Number(values['per-route'])))
      answers.push({ path, address, ...(await ask(address, path)) });
    await settle();
    held = null;
    if (size() === n) {
      captured.set(n, answers);
      process.stderr.write(`${captured.size}/${wanted} sizes: ${answers.length} answers at ${n}\n`);
      return;
    }
  }
};

/** A client that stops the play whenever the next size is reached. */
class StoppingClient extends ApiClient {
  #taking = Promise.resolve();

  async send(...given) {
    if (captured.size < wanted && size() >= next) {
      next = size() + step;
      this.#taking = capture();
    }
    await this.#taking;
    return super.send(...given);
  }
}

const compare = async () => {
  const [perPath, differences] = [new Map(), []];
  for (const [n, answers] of captured) {
    for (const { path, address, status, body } of answers) {
      const then = await ask(`${address}${address.endsWith('?') ? '' : '&'}asOf=${n}`, path);
      const counts = perPath.get(path) ?? { asked: 0, found: 0, equal: 0 };
      if (status === 200 && isDeletedSince(path, then)) continue;
      const isEqual = then.status === status && then.body === body;
      perPath.set(path, {
        asked: counts.asked + 1,
        found: counts.found + (status === 200 ? 1 : 0),
        equal: counts.equal + (isEqual ? 1 : 0),
      });
      if (!isEqual) differences.push({ n, path, address, ...differenceBetween({ status, body }, then) });
    }
  }
  return { perPath, differences };
};

/** Whatever has no past says so, and nothing else. */
const wrongExceptions = async (ids) => {
  const wrong = [];
  const sample = { ...ids, draftId: ['x'], personId: ['x'] };
  for (const path of Object.keys(exceptions)) {
    const address = path.replaceAll(/\{(\w+)\}/g, (_whole, name) => sample[name]?.[0] ?? 'x').replace('/tile/x', '/tile/0/000');
    const { status, body } = await ask(`${address}?asOf=1${path.endsWith('consistency') ? '&old=1' : ''}`);
    if (status !== 400 || !body.includes('asof.not_available')) wrong.push(`${path}: ${status}`);
  }
  return wrong;
};

let failed = 1;
try {
  const until = `${values.until}T21:00:00.000Z`;
  await play({ client: new StoppingClient(service.url), operatorToken, until, progress: () => undefined });
  if (captured.size < wanted) await capture();
  await settle();
  const { perPath, differences } = await compare();
  const wrong = [...unspoken(described), ...(await wrongExceptions(await idsOnRecord(env.store)))];
  const never = [...perPath].filter(([, { found }]) => found === 0).map(([path]) => path);
  for (const [path, { asked, found, equal }] of [...perPath].sort())
    say(`${equal === asked ? 'ok  ' : 'FAIL'} ${path}: ${equal} of ${asked} equal, ${found} found`);
  for (const [path, reason] of Object.entries(exceptions)) say(`     ${path}: not asked, ${reason}`);
  for (const [path, reason] of Object.entries(unordered)) say(`     ${path}: ${reason}`);
  differences.slice(0, Number(values.show)).forEach((difference) => say(JSON.stringify(difference)));
  wrong.forEach((sentence) => say(`FAIL ${sentence}`));
  // A year has to find something behind every question; a part of it need not.
  if (values.until === '2015-12-31') never.forEach((path) => say(`FAIL ${path}: nothing was ever found`));
  const missed = wrong.length + (values.until === '2015-12-31' ? never.length : 0) + (captured.size < wanted ? 1 : 0);
  const compared = [...perPath.values()].reduce((sum, { asked }) => sum + asked, 0);
  failed = differences.length + missed;
  say(
    `as of: ${perPath.size} of ${described.length} routes, ${Object.keys(exceptions).length} without a past, at ${captured.size} ledger sizes up to ${Math.max(...captured.keys())}`,
  );
  say(`${compared - differences.length} passed, ${failed} failed, 0 skipped`);
} finally {
  await service.stop();
  rmSync(folder, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
