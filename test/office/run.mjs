// npm run test:office: plays the demonstration, takes every document and list that leaves the house in both languages, has LibreOffice
// read them and poppler look at the pages; then has them made anew by a second service from the same log, byte for byte the same.
// `--keep FOLDER` leaves the files and an image of each page there; `--until DATE` plays less of the year.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { pino } from 'pino';
import { ApiClient } from '../../dist/apps/operator/demo/client.js';
import { play } from '../../dist/apps/operator/demo/play.js';
import { makeToken } from '../../dist/apps/operator/token.js';
import { startService } from '../../dist/apps/standalone/serve.js';
import { everyFile } from './files.mjs';
import { checkFormulas, checkPages, checkSheets } from './checks.mjs';

const { values } = parseArgs({ options: { keep: { type: 'string' }, until: { type: 'string', default: '2015-12-31' } } });
const say = (line) => {
  process.stdout.write(`${line}\n`);
};
const missing = [
  ['soffice', '--version'],
  ['pdftotext', '-v'],
].filter(([tool, option]) => spawnSync(tool, [option]).error !== undefined);
if (missing.length > 0) {
  say(
    `NOTE office: ${missing.map(([tool]) => tool).join(' and ')} not here (apt: libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils)`,
  );
  say('0 passed, 0 failed, 1 skipped');
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-office-'));
const out = values.keep === undefined ? join(scratch, 'files') : resolve(values.keep);
mkdirSync(out, { recursive: true });
const serve = (dataDir) =>
  startService(
    {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      logLevel: 'warn',
      clock: { mode: 'virtual', start: '2015-01-29T08:00:00.000Z' },
      ledgerDomain: 'demo.rapporteur.localhost',
    },
    pino({ level: 'warn' }, pino.destination(2)),
  );
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** One file; between an event and its seal a document is asked for again. */
const fetched = async (url, token, { name, path }, n) => {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(url + path.replace('{n}', String(n)), { headers: { authorization: `Bearer ${token}` } });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status === 200) return bytes;
    if (!/ledger\.not_sealed|asof\.not_ready/.test(bytes.toString('utf8')) || tries > 200)
      throw new Error(`${name}: ${response.status} ${bytes.toString('utf8').slice(0, 300)}`);
    await pause(100);
  }
};

const fetchAll = async (url, token, n) => {
  const files = [];
  for (const file of everyFile) files.push({ ...file, bytes: await fetched(url, token, file, n) });
  return files;
};

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

const results = [];
const check = (name, wrong) => {
  results.push(wrong.length === 0);
  say(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name}${wrong.length === 0 ? '' : `: ${wrong.slice(0, 5).join('; ')}`}`);
};

/** Has LibreOffice turn files into another form, all at once. */
const converted = (names, from, form) => {
  const profile = `-env:UserInstallation=file://${join(scratch, 'profile')}`;
  const folder = join(out, `${from}-as-${form}`);
  execFileSync('soffice', [profile, '--headless', '--convert-to', form, '--outdir', folder, ...names.map((name) => join(out, name))], {
    stdio: 'ignore',
    timeout: 280_000,
  });
  return folder;
};

try {
  const first = join(scratch, 'first');
  const service = await serve(first);
  const { env } = service.deployment;
  const tokenOf = async (role) => (await makeToken(env, { role, member: null, language: 'en', label: 'office' })).token;
  const [operatorToken, auditor] = [await tokenOf('operator'), await tokenOf('auditor')];
  await play({ client: new ApiClient(service.url), operatorToken, until: `${values.until}T21:00:00.000Z`, progress: () => undefined });
  const head = await env.store.head();
  await env.projections.waitForPosition(head);
  say(`office: ${env.projections.standing().n} entries in the ledger, ${everyFile.length} files`);
  const { n } = env.projections.standing();
  const files = await fetchAll(service.url, auditor, n);
  files.forEach(({ name, bytes }) => writeFileSync(join(out, name), bytes));
  await service.stop();

  // What follows from the log is deleted: a second service builds it anew.
  const second = join(scratch, 'second');
  cpSync(first, second, { recursive: true });
  const derived = readdirSync(second).filter((name) => /read|history|live|process|person-directory|queue|ledger/i.test(name));
  derived.forEach((name) => rmSync(join(second, name), { recursive: true }));
  const again = await serve(second);
  const anew = await fetchAll(again.url, auditor, n);
  await again.stop();
  const changed = anew.filter(({ bytes }, at) => hashOf(bytes) !== hashOf(files[at].bytes)).map(({ name }) => name);
  say(`office: built anew without ${derived.join(', ')}`);
  check(`${files.length} files made by two services from one log have the same bytes`, changed);

  const named = (end) => files.map(({ name }) => name).filter((name) => name.endsWith(end));
  const pages = converted(named('.docx'), 'docx', 'pdf');
  checkPages({ files, out, pages, check });
  const sheets = converted(named('.xlsx'), 'xlsx', 'fods');
  checkSheets({ files, sheets, check });
  checkFormulas({ folder: converted(named('.csv'), 'csv', 'fods'), names: named('.csv'), check });
  if (values.keep !== undefined)
    for (const [from, name] of [
      ...named('.pdf').map((name) => [join(out, name), name]),
      ...readdirSync(pages).map((name) => [join(pages, name), `docx-${name}`]),
    ])
      execFileSync('pdftoppm', ['-r', '60', '-png', from, join(out, name.replace('.pdf', ''))]);
} finally {
  rmSync(scratch, { recursive: true });
}
const failed = results.filter((ok) => !ok).length;
say(`${results.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
