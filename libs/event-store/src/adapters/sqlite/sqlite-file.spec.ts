import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { complaintOf, thing, thingNames, things } from '../../../../../test/support/stores.ts';
import { loadStream } from '../../index.ts';
import { schemaVersion } from './schema.ts';
import { checkBackup, openSqliteEventStore, scavenge } from './index.ts';

describe('the file of an event store', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-file-'));
    file = join(folder, 'events.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('numbers on past 2^53 without losing a digit (C14)', async () => {
    const high = 2n ** 53n + 1n;
    await openSqliteEventStore(file).close();
    const db = new Sqlite(file);
    db.prepare("INSERT INTO events (stream_id, revision, id, type, data, metadata) VALUES ('thing-1', ?, 'x', 'T', '{}', '{}')").run(high);
    db.prepare("INSERT INTO streams (stream_id, revision) VALUES ('thing-1', ?)").run(high);
    db.close();
    const store = openSqliteEventStore(file);
    expect((await store.append('thing-1', high, things(2))).nextExpectedRevision).toBe(high + 2n);
    const revisions = (await Array.fromAsync(store.readStream('thing-1', { from: high }))).map(({ revision }) => revision);
    expect(revisions).toStrictEqual([high, high + 1n, high + 2n]);
    await store.close();
  });

  it('of which a stream is larger than the memory of its reader is read to the end (C43)', async () => {
    const store = openSqliteEventStore(file);
    const padding = 'x'.repeat(4_000);
    for (let at = 0; at < 10_000; at += 200) {
      const events = things(200, `e${at}-`).map((one) => ({ ...one, data: { padding } }));
      await store.append('thing-1', at === 0 ? 'no_stream' : BigInt(at - 1), events);
    }
    await store.close();
    const program = `
      const { openSqliteEventStore } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
      const store = openSqliteEventStore(process.argv[1]);
      let count = 0;
      for await (const event of store.readStream('thing-1')) count += event.data.padding.length;
      process.stdout.write(String(count));
      await store.close();`;
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=24', '--no-warnings', '--input-type=module', '-e', program, file],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toStrictEqual([0, '40000000']);
  });

  it('of the first schema opens with everything in it, once (C91)', async () => {
    const db = new Sqlite(file);
    db.exec(readFileSync('test/fixtures/stores/schema-v1.sql', 'utf8'));
    db.close();
    for (let round = 0; round < 2; round += 1) {
      const store = openSqliteEventStore(file);
      expect((await store.ping()).version).toBe(String(schemaVersion));
      expect(thingNames((await loadStream(store, 'thing-1')).events)).toStrictEqual(['a', 'b', 'f']);
      expect(thingNames(await Array.fromAsync(store.readAll()))).toStrictEqual(['a', 'b', 'c', 'd', 'f']);
      await expect(loadStream(store, 'draft-1')).rejects.toMatchObject({ code: 'stream_deleted' });
      expect((await loadStream(store, 'thing-2')).events).toStrictEqual([]);
      await store.close();
    }
    const store = openSqliteEventStore(file);
    await store.setStreamSettings('thing-1', { maxCount: 1 }, 'none');
    expect((await store.append('thing-2', 0n, [thing('g')])).position).toBe(6n);
    await store.close();
    expect(checkBackup(file)).toStrictEqual({ events: 6, position: 6n });
  });

  it('is followed by a process that was away, without a loss or a repeat (C56)', async () => {
    const heard: string[] = [];
    let checkpoint: Parameters<ReturnType<typeof openSqliteEventStore>['subscribeAll']>[0]['after'] = 'start';
    for (let round = 0; round < 5; round += 1) {
      const store = openSqliteEventStore(file);
      await store.append(`thing-${round}`, 'no_stream', things(7, `r${round}-`));
      for await (const message of store.subscribeAll({ after: checkpoint, maxBatch: 3 })) {
        if (message.kind !== 'events') break;
        heard.push(...thingNames(message.events));
        checkpoint = message.through;
        // Killed in the middle: what was delivered stays delivered, the rest comes to the next process.
        if (heard.length % 4 === 0) break;
      }
      await store.close();
    }
    const store = openSqliteEventStore(file);
    for await (const message of store.subscribeAll({ after: checkpoint })) {
      if (message.kind !== 'events') break;
      heard.push(...thingNames(message.events));
    }
    expect(heard).toStrictEqual(thingNames(await Array.fromAsync(store.readAll())));
    await store.close();
  });
});

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

  it('never touches the ledger, and leaves the guard in place', async () => {
    const store = openSqliteEventStore(file);
    await store.append('topic-1', 'no_stream', things(2));
    await store.deleteStream('topic-1', 1n);
    await store.close();
    expect(complaintOf(() => scavenge(file, ['draft', 'topic']))).toContain('stand in the ledger');
    const db = new Sqlite(file);
    expect(complaintOf(() => db.exec('DELETE FROM events'))).toContain('events are never deleted');
    db.close();
  });
});
