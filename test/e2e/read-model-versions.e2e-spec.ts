import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { pino } from 'pino';
import { startService, type Service } from '../../apps/standalone/serve.ts';

const operator = resolve('dist/apps/operator/main.js');

interface Ready {
  readonly status: string;
  readonly readModels: { readonly n: number; readonly outdated: readonly string[] };
  readonly rowHistory: { readonly n: number; readonly headAgeSeconds: number };
  readonly builds: readonly { readonly set: string; readonly state: string }[];
}

describe('read models of a service in use', () => {
  let folder: string;
  let service: Service;
  const start = async (): Promise<void> => {
    const settings = {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      logLevel: 'silent',
      clock: { mode: 'opening' },
      ledgerDomain: 'test.localhost',
      readModelGraceSeconds: 0,
    } as const;
    service = await startService(settings, pino({ level: 'silent' }));
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-in-use-'));
    await start();
  }, 30_000);
  afterEach(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string): Promise<Response> => fetch(`${service.url}${path}`);
  const ready = async (): Promise<Ready> => (await (await get('/health/ready')).json()) as Ready;
  /** Waits until the past is kept up to the present. @returns the ledger size */
  const whole = async (): Promise<number> => {
    for (const end = performance.now() + 8_000; ;) {
      const { readModels, rowHistory } = await ready();
      if (rowHistory.n > 0 && rowHistory.n === readModels.n) return readModels.n;
      if (performance.now() > end) throw new Error(JSON.stringify({ readModels, rowHistory }));
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const files = (): readonly string[] => readdirSync(folder).filter((name) => /\.\d+\.db$/.test(name));
  const until = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
    const end = performance.now() + 20_000;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error('what was waited for did not come');
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const inBook = <T>(work: (book: Sqlite.Database) => T): T => {
    const book = new Sqlite(join(folder, 'live.db'));
    try {
      return work(book);
    } finally {
      book.close();
    }
  };

  /** Runs the command line beside the service, which goes on. */
  const run = (args: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> =>
    new Promise((done) => {
      const child = spawn(process.execPath, ['--no-warnings', operator, ...args], {
        env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder },
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.once('close', (code) => {
        done({ code, stdout: stdout.trim(), stderr });
      });
    });

  it('of an earlier program are shown until this one’s are built, in threads, and taken over without a restart', async () => {
    await whole();
    await service.stop();
    const made = files();
    expect(made.length).toBe(2);
    for (const file of made) {
      const db = new Sqlite(join(folder, file));
      db.exec("UPDATE runner_definition SET definition = 'another' WHERE name = 'contributions'; DROP TABLE contribution");
      db.close();
    }
    inBook((book) => book.exec("UPDATE version SET fingerprint = 'another'"));
    await start();
    expect((await get('/api/v1/members')).status).toBe(200);
    const contributions = await get('/api/v1/contributions');
    // Built in a moment: either it is said to be prepared, or it is there.
    if (contributions.status !== 200)
      expect([
        contributions.status,
        contributions.headers.get('retry-after'),
        ((await contributions.json()) as { code: string }).code,
      ]).toStrictEqual([503, '5', 'projection.building']);
    await until(async () => {
      const { status, readModels, builds } = await ready();
      return status === 'ok' && readModels.outdated.length === 0 && builds.length === 0;
    });
    const now = await get('/api/v1/contributions');
    expect([now.status, now.headers.get('x-stale')]).toStrictEqual([200, null]);
    expect((await get(`/api/v1/contributions?asOf=${await whole()}`)).status).toBe(200);
    await until(() => files().length === 2);
    expect(files().filter((file) => made.includes(file))).toStrictEqual([]);
  }, 60_000);

  it('are built anew by the service when the operator asks, and readers see no gap', async () => {
    const n = await whole();
    const before = files();
    const seen = new Set<number>();
    let isOver = false;
    const reading = until(async () => {
      seen.add((await get('/api/v1/members')).status);
      return isOver;
    });
    const { code, stdout } = await run(['rebuild']);
    isOver = true;
    await reading;
    expect([code, stdout.split('\n'), [...seen]]).toStrictEqual([
      0,
      [
        expect.stringMatching(/^read-models: built anew from \d+ events by the service$/),
        expect.stringMatching(/^row-history: built anew/),
      ],
      [200],
    ]);
    await until(() => files().length === 2);
    expect(files().filter((file) => before.includes(file))).toStrictEqual([]);
    expect(await ready()).toMatchObject({ status: 'ok', readModels: { n }, rowHistory: { headAgeSeconds: 0 } });
  }, 60_000);

  it('that are being built can be given up: what is shown stays', async () => {
    await until(() => files().length === 2);
    const before = files();
    inBook((book) =>
      book.exec(`INSERT INTO version (set_name, file, fingerprint, state, wanted, done, total, since)
        SELECT set_name, 'read-models.9.db', fingerprint, 'building', 'pause', 120, 300, since FROM version WHERE set_name = 'read-models'`),
    );
    expect((await ready()).builds).toMatchObject([{ set: 'read-models', state: 'paused', done: 120, total: 300, secondsLeft: null }]);
    expect(await (await get('/metrics')).text()).toContain('rapporteur_build_events_done{set="read-models"} 120');
    expect(await run(['rebuild', '--cancel'])).toMatchObject({
      code: 0,
      stdout: 'read-models cancelled at 120 of 300 events. What was shown before is shown still.',
    });
    expect(files()).toStrictEqual(before);
    expect((await ready()).builds).toStrictEqual([]);
    expect(inBook((book) => book.prepare("SELECT state, reason FROM version WHERE file = 'read-models.9.db'").get())).toStrictEqual({
      state: 'cancelled',
      reason: 'somebody asked for it',
    });
  }, 60_000);

  it('tell how each runner is, by business time and by the head of the log', async () => {
    const n = await whole();
    const text = await (await get('/metrics')).text();
    for (const runner of ['read-models', 'row-history'])
      for (const figure of ['lag_seconds', 'event_lag_seconds', 'head_age_seconds', 'silent_seconds', 'caught_up', 'ledger_size'])
        expect(text).toMatch(new RegExp(`^rapporteur_runner_${figure}\\{runner="${runner}"\\} \\d`, 'm'));
    expect(text).toContain(`rapporteur_runner_ledger_size{runner="read-models"} ${n}\n`);
    expect(text).toMatch(/^rapporteur_events_unasked\{type="\w+"\} \d+$/m);
  }, 30_000);
});
