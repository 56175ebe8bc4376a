import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { complaintOf, openFiles, things } from '../../../../../test/support/stores.ts';
import { erasedData, erasedIn } from '../../erased.ts';
import { loadStream, type RecordedEvent } from '../../index.ts';
import { compact, eraseContent, openSqliteEventStore } from './index.ts';

const erased = { by: 'e1', dataHash: 'h' };

describe('an erasure of content', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-erase-'));
    file = join(folder, 'events.db');
    const store = openSqliteEventStore(file);
    await store.append('thing-1', 'no_stream', things(40, 'canary'));
    await store.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const read = async (): Promise<readonly RecordedEvent[]> => {
    const store = openSqliteEventStore(file);
    const { events } = await loadStream(store, 'thing-1');
    await store.close();
    return events;
  };
  const bytes = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');

  it('puts marked data in the place of the others, and nothing of them is left in the file', async () => {
    const before = await read();
    const data = erasedData({ kept: 1, $salt: 'gone' }, erased);
    eraseContent(
      file,
      before.slice(1).map(({ streamId, revision }) => ({ streamId, revision, data })),
    );
    compact(file);
    const after = await read();
    expect(after).toStrictEqual(before.map((event, n) => (n === 0 ? event : { ...event, data: { kept: 1, $erased: erased } })));
    expect([bytes().includes('canary0'), ...before.slice(1).map((_event, n) => bytes().includes(`canary${n + 1}`))]).toStrictEqual([
      true,
      ...before.slice(1).map(() => false),
    ]);
    expect(() => {
      eraseContent(file, [{ streamId: 'thing-1', revision: 1n, data }]);
    }).not.toThrow();
  });

  it('frees no page and leaves no write-ahead log, also while others have the file open', () => {
    const other = new Sqlite(file);
    other.prepare('SELECT count(*) FROM events').get();
    const data = erasedData({}, erased);
    eraseContent(
      file,
      Array.from({ length: 40 }, (_event, n) => ({ streamId: 'thing-1', revision: BigInt(n), data })),
    );
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    other.exec('CREATE TABLE made_free (filler TEXT); INSERT INTO made_free VALUES (hex(randomblob(40000))); DROP TABLE made_free');
    expect(other.pragma('freelist_count', { simple: true })).toBeGreaterThan(0);
    compact(file);
    expect([statSync(`${file}-wal`).size, other.pragma('freelist_count', { simple: true })]).toStrictEqual([0, 0]);
    other.close();
  });

  it('brings an older file up, and keeps none open', () => {
    const older = new Sqlite(file);
    older.exec("DROP TABLE erase_permits; UPDATE store_meta SET value = '2' WHERE key = 'schema_version'");
    older.close();
    eraseContent(file, [{ streamId: 'thing-1', revision: 0n, data: erasedData({}, erased) }]);
    compact(file);
    expect(openFiles().filter((path) => path.startsWith(folder))).toStrictEqual([]);
  });

  it('leaves no permit behind', () => {
    eraseContent(file, [{ streamId: 'thing-1', revision: 0n, data: erasedData({}, erased) }]);
    const db = new Sqlite(file);
    expect(() => db.exec('UPDATE events SET data = \'{"$erased":{"by":"e","dataHash":"h"}}\' WHERE revision = 0')).toThrow(
      'events are never changed',
    );
    db.close();
  });

  it('takes nothing without a mark, and nothing for an event that is not there; then all stays as it was', async () => {
    const before = await read();
    const data = erasedData({}, erased);
    expect(
      complaintOf(() => {
        eraseContent(file, [
          { streamId: 'thing-1', revision: 0n, data },
          { streamId: 'thing-1', revision: 1n, data: {} },
        ]);
      }),
    ).toMatch(/contents.*thing-1@1 carries no mark of an erasure/);
    expect(
      complaintOf(() => {
        eraseContent(file, [
          { streamId: 'thing-1', revision: 0n, data },
          { streamId: 'thing-1', revision: 40n, data },
        ]);
      }),
    ).toMatch(/contents.*thing-1@40 is not there/);
    expect(
      complaintOf(() => {
        eraseContent(file, [{ streamId: 'thing-1', revision: 0n, data: erasedData({ share: 0.5 }, erased) }]);
      }),
    ).toMatch(/data\.share.*0\.5 is not a safe integer/);
    expect(openFiles().filter((path) => path.startsWith(folder))).toStrictEqual([]);
    expect(await read()).toStrictEqual(before);
  });

  it.each([
    ['without a permit', '', 'UPDATE events SET data = \'{"$erased":{"by":"e","dataHash":"h"}}\''],
    ['to data without a mark', "INSERT INTO erase_permits VALUES ('thing-1', 0)", "UPDATE events SET data = '{}' WHERE revision = 0"],
    [
      'in anything but its data',
      "INSERT INTO erase_permits VALUES ('thing-1', 0)",
      'UPDATE events SET type = \'Other\', data = \'{"$erased":{"by":"e","dataHash":"h"}}\' WHERE revision = 0',
    ],
  ])('is the only way in which an event changes: not %s', (_how, permit, change) => {
    const db = new Sqlite(file);
    db.exec(permit);
    expect(() => db.exec(change)).toThrow('events are never changed');
    db.close();
  });
});

describe('a mark of an erasure', () => {
  it('is read in its one form', () => {
    expect(erasedIn(erasedData({ a: 1 }, erased))).toStrictEqual(erased);
    expect(erasedData(erasedData({ a: 1 }, erased) as object, { by: 'e2', dataHash: 'h' })).toStrictEqual({
      a: 1,
      $erased: { by: 'e2', dataHash: 'h' },
    });
    for (const none of [null, 'text', [], {}, { $erased: true }, { $erased: { by: 'e1' } }, { $erased: { ...erased, more: 1 } }])
      expect(erasedIn(none)).toBe(null);
  });
});
