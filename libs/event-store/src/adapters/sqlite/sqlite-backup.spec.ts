import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { complaintOf, openFiles, thing, thingNames, things } from '../../../../../test/support/stores.ts';
import { backUp, checkBackup, openSqliteEventStore, type BackupProgress } from './index.ts';
import { schemaVersion } from './schema.ts';

describe('a backup', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-backup-'));
    file = join(folder, 'events.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('of a store in use is a prefix of its log (C90)', async () => {
    const store = openSqliteEventStore(file);
    for (let n = 0; n < 300; n += 1) await store.append(`thing-${n}`, 'no_stream', things(3, `s${n}-`));
    const stop = new AbortController();
    const writing = (async () => {
      for (let n = 300; !stop.signal.aborted; n += 1) await store.append(`thing-${n}`, 'no_stream', things(3, `s${n}-`));
    })();
    const copy = join(folder, 'copy.db');
    const seen: number[] = [];
    const extent = await backUp(file, copy, ({ done }) => seen.push(done));
    stop.abort();
    await writing;
    const restored = openSqliteEventStore(copy);
    const [whole, part] = [await Array.fromAsync(store.readAll()), await Array.fromAsync(restored.readAll())];
    expect([part.length >= 900, part.length % 3, part.length]).toStrictEqual([true, 0, extent.events]);
    expect(part).toStrictEqual(whole.slice(0, part.length));
    expect(seen.length).toBeGreaterThan(0);
    await restored.close();
    await store.close();
  });

  it('is told step by step, or not at all', async () => {
    const store = openSqliteEventStore(file);
    for (let n = 0; n < 20; n += 1)
      await store.append(`thing-${n}`, 'no_stream', [{ ...thing(`s${n}`), data: { name: 'x'.repeat(300_000) } }]);
    const steps: BackupProgress[] = [];
    await backUp(file, join(folder, 'copy.db'), (step) => steps.push(step));
    expect(steps.map(({ done }) => done)).toStrictEqual([0, 1_000]);
    expect(new Set(steps.map(({ total }) => total)).size).toBe(1);
    expect(steps[0]?.total).toBeGreaterThan(1_000);
    expect(await backUp(file, join(folder, 'again.db'))).toStrictEqual({ events: 20, position: 20n });
    await store.close();
  });

  it('never replaces a file', async () => {
    await openSqliteEventStore(file).close();
    const taken = join(folder, 'taken.db');
    writeFileSync(taken, 'mine');
    await expect(backUp(file, taken)).rejects.toMatchObject({
      message: `the event store is unavailable: ${taken} exists already; a backup never replaces a file`,
      outcome: 'not_applied',
    });
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });

  it('of nothing, and to nowhere, is refused and leaves no file', async () => {
    await openSqliteEventStore(file).close();
    await expect(backUp(join(folder, 'none.db'), join(folder, 'x.db'))).rejects.toMatchObject({
      message: 'the event store is unavailable: there is no event store to copy',
      outcome: 'not_applied',
    });
    await expect(backUp(file, join(folder, 'no', 'x.db'))).rejects.toMatchObject({ code: 'unavailable', outcome: 'not_applied' });
    expect(readdirSync(folder)).toStrictEqual(['events.db']);
  });

  it('begins anew where an earlier one was interrupted', async () => {
    await openSqliteEventStore(file).close();
    ['', '-wal', '-shm'].forEach((suffix) => {
      writeFileSync(join(folder, `copy.db.partial${suffix}`), 'half of it');
    });
    expect(await backUp(file, join(folder, 'copy.db'))).toStrictEqual({ events: 0, position: 0n });
    expect(readdirSync(folder).filter((name) => name.includes('copy'))).toStrictEqual(['copy.db']);
  });

  it('of a damaged store leaves nothing behind', async () => {
    await edited('DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE revision = 1');
    await expect(backUp(file, join(folder, 'copy.db'))).rejects.toMatchObject({ message: expect.stringContaining('misses events') });
    expect(readdirSync(folder).filter((name) => name.includes('copy'))).toStrictEqual([]);
    expect(openFiles()).not.toContain(file);
  });

  /** A store of three events in one stream, changed behind its back. */
  const edited = async (sql: string): Promise<void> => {
    const store = openSqliteEventStore(file);
    await store.append('thing-1', 'no_stream', things(3));
    await store.close();
    const db = new Sqlite(file);
    db.unsafeMode();
    db.exec(sql);
    db.close();
  };

  it.each([
    ['an event between others', 'DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE revision = 1', 'the file misses events'],
    ['the last event', 'DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE revision = 2', 'the file misses events'],
    ['its version', "DELETE FROM store_meta WHERE key = 'schema_version'", 'the file is not an event store of this program'],
    ['its tables', 'DROP TABLE store_meta', 'the file is not an event store of this program'],
    ['an index', "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'events_by_id'", 'the file is damaged'],
  ])('that misses %s is found out', async (_what, sql, sentence) => {
    await edited(sql);
    expect(complaintOf(() => checkBackup(file))).toBe(`the event store is unavailable: ${sentence}`);
    expect(openFiles()).not.toContain(file);
  });

  it('that a newer program wrote is found out', async () => {
    await edited(`UPDATE store_meta SET value = ${schemaVersion + 1} WHERE key = 'schema_version'`);
    expect(complaintOf(() => checkBackup(file))).toBe('the event store is unavailable: the file is not an event store of this program');
  });

  it('that lost its first events to a scavenge is whole', async () => {
    await edited('DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE revision = 0');
    expect(checkBackup(file)).toStrictEqual({ events: 2, position: 3n });
  });

  it('that is not there, or something else, is told', () => {
    expect(complaintOf(() => checkBackup(file))).toBe('the event store is unavailable: the backup is not there');
    writeFileSync(file, 'mine');
    expect(complaintOf(() => checkBackup(file))).toBe('the event store is unavailable: the file is not an event store');
  });

  it('with a torn end of its write-ahead log opens as a prefix of whole appends (C89)', async () => {
    const store = openSqliteEventStore(file);
    for (let n = 0; n < 40; n += 1) await store.append(`thing-${n}`, 'no_stream', things(2, `s${n}-`));
    const whole = thingNames(await Array.fromAsync(store.readAll()));
    const wal = statSync(`${file}-wal`).size;
    for (let cut = 0; cut <= wal; cut += Math.ceil(wal / 23)) {
      const torn = join(folder, `torn-${cut}.db`);
      cpSync(file, torn);
      cpSync(`${file}-wal`, `${torn}-wal`);
      truncateSync(`${torn}-wal`, wal - cut);
      const opened = openSqliteEventStore(torn);
      const found = thingNames(await Array.fromAsync(opened.readAll()));
      expect([found.length % 2, found]).toStrictEqual([0, whole.slice(0, found.length)]);
      await opened.close();
    }
    await store.close();
  });

  it('with a torn page in the middle fails loudly (C89)', async () => {
    const store = openSqliteEventStore(file);
    for (let n = 0; n < 200; n += 1) await store.append(`thing-${n}`, 'no_stream', things(2, `s${n}-`));
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 8192, 12288);
    writeFileSync(file, bytes);
    expect(complaintOf(() => checkBackup(file))).toMatch(/damaged|not an event store/);
  });
});
