import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { complaintOf, openFiles, thing, thingNames, things } from '../../../../../test/support/stores.ts';
import { loadStream } from '../../index.ts';
import { openSqliteEventStore, scavenge } from './index.ts';

describe('a scavenge', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-scavenge-'));
    file = join(folder, 'events.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes away what is hidden outside the ledger; other positions stay and none is used again (C67)', async () => {
    const store = openSqliteEventStore(file);
    await store.append('thing-1', 'no_stream', things(3, 'kept'));
    await store.append('draft-1', 'no_stream', things(4, 'secret'));
    await store.append('draft-2', 'no_stream', things(2, 'whole'));
    await store.setStreamSettings('thing-1', { maxCount: 1 }, 'none');
    await store.setStreamSettings('draft-1', { truncateBefore: 3n }, 'none');
    await store.tombstoneStream('draft-2', 1n);
    expect(scavenge(file, ['draft'])).toStrictEqual({ streams: 2, events: 5 });
    expect(statSync(`${file}-wal`).size).toBe(0);
    const left = await Array.fromAsync(store.readAll());
    expect(left.map(({ position, streamId }) => [position, streamId])).toStrictEqual([
      [1n, 'thing-1'],
      [2n, 'thing-1'],
      [3n, 'thing-1'],
      [7n, 'draft-1'],
    ]);
    expect((await store.append('thing-1', 2n, [thing('later')])).position).toBe(10n);
    expect(thingNames((await loadStream(store, 'draft-1')).events)).toStrictEqual(['secret3']);
    expect((await store.append('draft-1', 3n, [thing('after')])).nextExpectedRevision).toBe(4n);
    await expect(loadStream(store, 'draft-2')).rejects.toMatchObject({ code: 'stream_deleted' });
    await store.close();
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect([bytes.includes('secret0'), bytes.includes('whole1'), bytes.includes('secret3'), bytes.includes('kept0')]).toStrictEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(scavenge(file, ['draft', 'person'])).toStrictEqual({ streams: 0, events: 0 });
  });

  it('takes away what a count or a soft delete hides, and leaves what is shown', async () => {
    const store = openSqliteEventStore(file);
    for (const name of ['draft-1', 'draft-2', 'draft-3', 'person-1']) await store.append(name, 'no_stream', things(5, `${name}/`));
    await store.setStreamSettings('draft-1', { maxCount: 2 }, 'none');
    await store.deleteStream('draft-2', 4n);
    await store.append('draft-2', 'no_stream', [thing('draft-2/again')]);
    await store.deleteStream('person-1', 4n);
    await store.close();
    expect(scavenge(file, ['draft'])).toStrictEqual({ streams: 2, events: 8 });
    expect(openFiles()).not.toContain(file);
    const again = openSqliteEventStore(file);
    const left = thingNames(await Array.fromAsync(again.readAll()));
    const whole = (name: string): readonly string[] => [0, 1, 2, 3, 4].map((n) => `${name}/${n}`);
    expect(left).toStrictEqual(['draft-1/3', 'draft-1/4', ...whole('draft-3'), ...whole('person-1'), 'draft-2/again']);
    await again.close();
  });

  it('brings an older file to this version first', () => {
    const db = new Sqlite(file);
    db.exec(readFileSync('test/fixtures/stores/schema-v1.sql', 'utf8'));
    db.close();
    expect(scavenge(file, ['draft'])).toStrictEqual({ streams: 1, events: 1 });
  });

  it('never touches the ledger, and leaves the guard in place', async () => {
    const store = openSqliteEventStore(file);
    await store.append('topic-1', 'no_stream', things(2));
    await store.deleteStream('topic-1', 1n);
    await store.close();
    expect(complaintOf(() => scavenge(file, ['draft', 'topic']))).toBe(
      'categories: events of "topic" stand in the ledger and are never taken away',
    );
    const db = new Sqlite(file);
    expect(complaintOf(() => db.exec('DELETE FROM events'))).toContain('events are never deleted');
    db.close();
  });
});
