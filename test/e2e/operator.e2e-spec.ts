import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { pino } from 'pino';
import { startService } from '../../apps/standalone/serve.ts';

const program = resolve('dist/apps/operator/main.js');
const document = 'test/fixtures/documents/PC0990E1.md';

describe('the operator’s command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-operator-'));
    const settings = {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      logLevel: 'silent',
      clock: { mode: 'opening' },
      ledgerDomain: 'test.localhost',
    } as const;
    await (await startService(settings, pino({ level: 'silent' }))).stop();
  }, 30_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, ...env },
      encoding: 'utf8',
    });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  };

  it('shows what the importer reads and records nothing', () => {
    const { status, stdout } = run(['import', document, '--dry-run', '--json']);
    expect([status, JSON.parse(stdout)]).toStrictEqual([0, JSON.parse(readFileSync('test/fixtures/documents/PC0990E1.json', 'utf8'))]);
    const real = '../shared/documents/PC0410E1.md';
    if (!existsSync(real)) return;
    const { source: _source, ...golden } = JSON.parse(readFileSync('../shared/data/parsed-document.json', 'utf8')) as { source: unknown };
    expect(JSON.parse(run(['import', real, '--dry-run', '--json']).stdout)).toStrictEqual(golden);
  });

  it('imports in the name of an officer, waits for a person, and knows the same bytes', () => {
    expect(run(['import', document])).toMatchObject({ status: 77 });
    const { token } = JSON.parse(run(['token', 'create', '--role', 'officer']).stdout) as { token: string };
    const officer = { RAPPORTEUR_TOKEN: token };
    expect(run(['import', document], officer).stdout).toMatch(/^imported: [0-9a-f-]{36}\nNothing opens before a person confirms/);
    expect(run(['import', document], officer).stdout).toMatch(/^already imported: [0-9a-f-]{36}$/);
    expect(run(['import', document, '--confirm', '--session', 'PTC-207-208'], officer).stdout).toMatch(/confirmed, 2 requests issued$/);
    expect(run(['import', 'README.md'], officer)).toMatchObject({ status: 65 });
  });

  describe('on the ledger', () => {
    const tampered = (sql: string, name: string): string => {
      const copy = join(folder, name);
      mkdirSync(copy);
      cpSync(join(folder, 'ledger'), join(copy, 'ledger'), { recursive: true });
      expect(run(['backup', join(copy, 'events.db')]).status).toBe(0);
      const file = new Sqlite(join(copy, 'events.db'));
      // Whoever holds the file can drop the triggers that guard it; the ledger is for that day.
      file.exec(`DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted; ${sql}`);
      file.close();
      return copy;
    };
    const checked = (dir: string, ...more: readonly string[]) => run(['ledger', 'verify', ...more], { DATA_DIR: dir });

    it('finds everything as it was signed', () => {
      expect(checked(folder)).toMatchObject({ status: 0, stderr: '' });
      expect(checked(folder).stdout).toMatch(/^\d{3} entries are what was signed, \d+ wait to be sealed\.$/);
    });
    it.each([
      ['data', "UPDATE events SET data = replace(data, 'Kenya', 'Kenja') WHERE stream_id = 'member-KE'"],
      ['type', "UPDATE events SET type = 'MemberRegistereD' WHERE stream_id = 'member-KE'"],
      ['metadata', "UPDATE events SET metadata = replace(metadata, 'setup', 'setuq') WHERE stream_id = 'member-KE'"],
      ['id', "UPDATE events SET id = 'f' || substr(id, 2) WHERE stream_id = 'member-KE'"],
    ])('names the event whose %s was changed by one byte', (column, sql) => {
      const { status, stderr } = checked(tampered(sql, `tampered-${column}`));
      expect([status, stderr]).toStrictEqual([10, expect.stringMatching(/^event_altered at entry \d+: member-KE@0 \(MemberRegistered\)/)]);
    });
    it('finds a tail that was cut off by a checkpoint that was kept', () => {
      const kept = join(folder, 'ledger', 'checkpoint');
      const copy = tampered('', 'cut');
      const { stderr, status } = checked(copy, '--retained', kept);
      expect([status, stderr]).toStrictEqual([0, '']);
      const short = tampered('DELETE FROM events WHERE position > 100', 'shorter');
      expect(checked(short)).toMatchObject({ status: 10 });
    });
    it('says what it misses', () => {
      expect(checked(folder, '--retained', join(folder, 'nothing'))).toMatchObject({ status: 60 });
      expect(checked(folder, '--policy', 'README.md')).toMatchObject({ status: 60 });
      expect(run(['ledger', 'lunch'])).toMatchObject({ status: 64 });
    });
  });

  it('puts the virtual clock forward, and says what is wrong in a sentence', () => {
    expect(run(['clock', 'next-day']).stdout).toMatch(/^It is now 2015-02-04T08:00:00\./);
    expect(run(['clock', 'next-deadline']).stdout).toMatch(/^It is now 2015-03-31T22:00:00\./);
    expect(run(['clock', 'yesterday'])).toMatchObject({ status: 64 });
    expect(run(['token', 'create', '--role', 'king'])).toMatchObject({ status: 64 });
    expect(run(['dance'])).toMatchObject({ status: 64 });
    expect(run(['clock', 'next-day'], { DATA_DIR: join(folder, 'nothing') })).toMatchObject({ status: 66 });
  });

  it('backs the record up and restores it where there is none, and only there', () => {
    const copy = join(folder, 'copy.db');
    const elsewhere = mkdtempSync(join(tmpdir(), 'rapporteur-restored-'));
    expect(run(['backup', copy])).toMatchObject({ status: 0, stdout: expect.stringContaining('the copy was read whole and is in order') });
    expect(run(['backup', copy])).toMatchObject({ status: 74, stderr: expect.stringContaining('a backup never replaces a file') });
    expect(run(['restore', copy])).toMatchObject({ status: 73, stderr: expect.stringContaining('a restore never replaces one') });
    expect(run(['restore', document], { DATA_DIR: elsewhere })).toMatchObject({ status: 74 });
    expect(run(['restore', copy], { DATA_DIR: elsewhere })).toMatchObject({ status: 0 });
    expect(run(['rebuild', '--prove'], { DATA_DIR: elsewhere }).stdout).toContain('equal each other and those in use');
    rmSync(elsewhere, { recursive: true });
  }, 60_000);

  it('proves the read models, tells when they were changed by hand, and builds them anew', () => {
    expect(run(['rebuild', '--prove'])).toMatchObject({ status: 0, stdout: expect.stringContaining('proved: ') });
    const [shown = ''] = readdirSync(folder).filter((name) => /^read-models\.\d+\.db$/.test(name));
    const db = new Sqlite(join(folder, shown));
    db.exec("UPDATE member SET name_en = 'Atlantis' WHERE code = 'KE'");
    db.close();
    expect(run(['rebuild', '--prove'])).toMatchObject({ status: 1, stderr: 'NOT EQUAL: member (member-directory).' });
    expect(run(['rebuild'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^read-models: built anew from \d+ events in .+\nrow-history: built anew/),
    });
    expect([run(['rebuild', '--cancel']).stdout, existsSync(join(folder, shown))]).toStrictEqual(['Nothing is being built.', false]);
    expect(run(['rebuild', '--prove']).status).toBe(0);
  }, 60_000);
});
