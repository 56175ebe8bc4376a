// Every page of the registry × roles × languages × widths, as pictures, with a contact sheet for each role. `npm run screenshots`;
// `--only home` looks at pages whose path has that word, `--role officer` at one role, `--until DATE` at another day of the year 2015.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { pino } from 'pino';
import { chromium } from 'playwright-core';
import { addresses } from './addresses.mjs';
import { roles, visitorOf } from './visitors.mjs';

const { values: wish } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    role: { type: 'string', default: '' },
    until: { type: 'string', default: '2015-04-24' },
    out: { type: 'string', default: join('data', 'screenshots') },
    widths: { type: 'string', default: '1280,360' },
    languages: { type: 'string', default: 'en,fr' },
  },
});

const { startService } = await import('../../dist/apps/standalone/serve.js');
const { commands } = await import('../../dist/libs/application/src/index.js');
const { pageRegistry } = await import('../../dist/apps/web/page-registry.js');

const record = resolve('data', `played-until-${wish.until}`);
if (!existsSync(join(record, 'events.db'))) {
  const played = spawnSync(process.execPath, ['dist/apps/operator/demo/main.js', '--until', wish.until], {
    env: { ...process.env, DATA_DIR: record },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (played.status !== 0) process.exit(played.status ?? 1);
}
const dataDir = join(mkdtempSync(join(tmpdir(), 'screenshots-')), 'data');
cpSync(record, dataDir, { recursive: true });

const settings = {
  host: '127.0.0.1',
  port: 0,
  dataDir,
  logLevel: 'fatal',
  clock: null,
  ledgerDomain: 'demo.rapporteur.localhost',
  trustedProxies: [],
};
const service = await startService(settings, pino({ level: 'fatal' }));
const executablePath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium'].find((path) => path !== '' && existsSync(path));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const out = resolve(wish.out);
mkdirSync(out, { recursive: true });

const nameOf = (address) =>
  address === '/'
    ? 'first'
    : address
        .replace(/^\//, '')
        .replaceAll(/[^\w.-]+/g, '_')
        .slice(0, 80);

const placesOf = async ({ path }, read) => {
  const known = addresses[path];
  if (known !== undefined) return (await known(read)) ?? [];
  if (path.includes(':')) throw new Error(`test/screenshots/addresses.mjs does not say where to look at ${path}`);
  return [path];
};

const isFor = ({ roles: who }, role) => who === 'everybody' || who.includes(role);

const sheetOf = async (role, taken) => {
  const cells = taken.map(({ file, label }) => `<figure><img src="file://${file}"><figcaption>${label}</figcaption></figure>`).join('');
  const style =
    'body{font:11px sans-serif;display:flex;flex-wrap:wrap;gap:8px;margin:8px}figure{margin:0;width:220px}img{width:220px;height:300px;object-fit:cover;object-position:top;border:1px solid #999}';
  const path = join(out, role, 'contact-sheet');
  writeFileSync(`${path}.html`, `<!doctype html><style>${style}</style>${cells}`);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`file://${path}.html`);
  await page.screenshot({ path: `${path}.png`, fullPage: true });
  await page.close();
};

let count = 0;
const wrong = [];
const begun = Date.now();
try {
  for (const [role, member] of roles.filter(([name]) => wish.role === '' || wish.role.split(',').includes(name))) {
    const context = await visitorOf({ browser, url: service.url, env: service.deployment.env, commands, key: String(begun) }, role, member);
    const read = async (path) => {
      const answer = await context.request.get(`${service.url}/api/v1${path}`);
      return answer.ok() ? answer.json() : null;
    };
    mkdirSync(join(out, role), { recursive: true });
    const taken = [];
    const page = await context.newPage();
    for (const entry of pageRegistry.filter((one) => one.kind === 'page' && isFor(one, role) && one.path.includes(wish.only))) {
      for (const address of await placesOf(entry, read)) {
        for (const language of wish.languages.split(','))
          for (const width of wish.widths.split(',').map(Number)) {
            await page.setViewportSize({ width, height: 900 });
            const answer = await page.goto(`${service.url}/${language}${address === '/' ? '' : address}`);
            if (answer !== null && answer.status() >= 500) wrong.push(`${role} ${language} ${address}: ${answer.status()}`);
            const file = join(out, role, `${nameOf(address)}.${language}.${width}.png`);
            await page.screenshot({ path: file, fullPage: true });
            taken.push({ file, label: `${address} ${language} ${width}` });
            count += 1;
          }
      }
    }
    await sheetOf(role, taken);
    process.stderr.write(`${role}: ${taken.length} pictures, ${Math.round((Date.now() - begun) / 1000)} s\n`);
    await context.close();
  }
} finally {
  await browser.close();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
for (const line of wrong) process.stdout.write(`wrong: ${line}\n`);
process.stdout.write(`${count} pictures in ${out}, ${wrong.length} wrong\n`);
process.exit(wrong.length === 0 ? 0 : 1);
