import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { thing, thingNames, things } from '../../../../../test/support/stores.ts';
import { loadStream } from '../../index.ts';
import { schemaVersion } from './schema.ts';
import { checkBackup, openSqliteEventStore } from './index.ts';

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

  it('has a name of its own, drawn once, and says with which schema it is written', async () => {
    const meta = (): unknown => {
      const db = new Sqlite(file);
      const rows = db.prepare('SELECT key, value FROM store_meta ORDER BY key').raw().all();
      db.close();
      return rows;
    };
    await openSqliteEventStore(file).close();
    const first = meta();
    expect(first).toStrictEqual([
      ['schema_version', String(schemaVersion)],
      ['store_uuid', expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)],
    ]);
    await openSqliteEventStore(file).close();
    expect(meta()).toStrictEqual(first);
  });

  it('of the first schema keeps its name', async () => {
    const db = new Sqlite(file);
    db.exec(readFileSync('test/fixtures/stores/schema-v1.sql', 'utf8'));
    await openSqliteEventStore(file).close();
    expect(db.prepare("SELECT value FROM store_meta WHERE key = 'store_uuid'").pluck().get()).toBe('e4408ee9-a330-4b39-b13b-0f7be8d08f80');
    db.close();
  });

  it('on a disk that takes no more keeps what was acknowledged, says so, and is usable again (C78)', async () => {
    const program = `
      const { openSqliteEventStore } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
      const { uuidV5 } = await import(${JSON.stringify(new URL('../../uuid.ts', import.meta.url).href)});
      const store = openSqliteEventStore(process.argv[1]);
      for (let n = 0; ; n += 1) {
        try {
          await store.append('thing-' + n, 'no_stream', [{ id: uuidV5('n' + n), type: 'T', data: 'x'.repeat(20_000), metadata: {} }]);
        } catch ({ code, outcome }) {
          const read = await Array.fromAsync(store.readAll());
          process.stdout.write(JSON.stringify({ n, code, outcome, read: read.length }));
          process.exit(0);
        }
      }`;
    const args = ['--no-warnings', '--input-type=module', '-e', program, file];
    // 512 KiB, in the units of the shell; writing beyond them fails instead of ending the process.
    const limited = ['-c', 'trap "" XFSZ; ulimit -f 1024; exec "$0" "$@"', process.execPath, ...args];
    const { stdout } = spawnSync('/bin/sh', limited, { encoding: 'utf8' });
    const told = JSON.parse(stdout) as { readonly n: number; readonly code: string; readonly outcome: string; readonly read: number };
    expect(told).toMatchObject({ code: 'unavailable', read: told.n });
    expect(told.n).toBeGreaterThan(2);
    const store = openSqliteEventStore(file);
    expect(await Array.fromAsync(store.readAll())).toHaveLength(told.n);
    expect((await store.append('thing-again', 'no_stream', things(1))).nextExpectedRevision).toBe(0n);
    await store.close();
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
