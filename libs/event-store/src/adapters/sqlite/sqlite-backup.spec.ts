import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { complaintOf, thingNames, things } from '../../../../../test/support/stores.ts';
import { backUp, checkBackup, openSqliteEventStore } from './index.ts';

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

  it('never replaces a file and says what it cannot use', async () => {
    await openSqliteEventStore(file).close();
    const taken = join(folder, 'taken.db');
    writeFileSync(taken, 'mine');
    await expect(backUp(file, taken)).rejects.toMatchObject({ code: 'unavailable' });
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    await expect(backUp(join(folder, 'none.db'), join(folder, 'x.db'))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(backUp(file, join(folder, 'no', 'x.db'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(complaintOf(() => checkBackup(taken))).toContain('the file is not an event store');
    expect(existsSync(join(folder, 'x.db'))).toBe(false);
  });

  it('that misses an event is found out', async () => {
    const store = openSqliteEventStore(file);
    await store.append('thing-1', 'no_stream', things(3));
    await store.close();
    const db = new Sqlite(file);
    db.exec('DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE revision = 1');
    db.close();
    expect(complaintOf(() => checkBackup(file))).toContain('the file misses events');
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
