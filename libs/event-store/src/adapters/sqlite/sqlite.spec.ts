import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { describeEventStore } from '../../../../../test/contract/event-store.contract.ts';
import { uuidV5, type NewEvent } from '../../index.ts';
import { connect } from './connection.ts';
import { openSqliteEventStore } from './index.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'rapporteur-store-'));

const event = (name: string): NewEvent => ({ id: uuidV5(name), type: 'ThingHappened', data: { name }, metadata: {} });

describeEventStore('sqlite', () => {
  const path = folder();
  const store = openSqliteEventStore(join(path, 'events.db'));
  const clean = async (): Promise<void> => {
    await store.close();
    rmSync(path, { recursive: true });
  };
  return Promise.resolve({ store, clean });
});

describe('sqlite file', () => {
  let path: string;
  let file: string;
  beforeEach(() => {
    path = folder();
    file = join(path, 'events.db');
  });
  afterEach(() => {
    rmSync(path, { recursive: true });
  });

  it('is written with synchronous FULL on every connection, also when it is opened again', () => {
    for (let round = 0; round < 2; round += 1) {
      const db = connect(file);
      expect(db.pragma('synchronous', { simple: true })).toBe(2n);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      db.close();
    }
  });

  it('refuses that anybody changes or deletes an event', async () => {
    const store = openSqliteEventStore(file);
    await store.append('thing-1', 'no_stream', [event('a')]);
    await store.close();
    const db = new Sqlite(file);
    expect(() => db.exec("UPDATE events SET data = '{}'")).toThrow('events are never changed');
    expect(() => db.exec('DELETE FROM events')).toThrow('events are never deleted');
    db.close();
  });

  it('keeps what was acknowledged when it is opened again', async () => {
    const store = openSqliteEventStore(file);
    const { position } = await store.append('thing-1', 'no_stream', [event('a')]);
    await store.close();
    const again = openSqliteEventStore(file);
    expect(await again.head()).toBe(position);
    await again.close();
  });

  it('wakes a reader for an append of another process (C33: two writers on one file)', async () => {
    const first = openSqliteEventStore(file);
    const second = openSqliteEventStore(file);
    const messages = first.subscribeAll({ after: 'start' })[Symbol.asyncIterator]();
    expect(await messages.next()).toStrictEqual({ done: false, value: { kind: 'caughtUp' } });
    const woken = messages.next();
    await second.append('thing-1', 'no_stream', [event('a')]);
    expect(await woken).toMatchObject({ value: { kind: 'events', through: 1n } });
    await first.append('thing-1', 0n, [event('b')]);
    await expect(second.append('thing-1', 0n, [event('c')])).rejects.toMatchObject({ expected: 0n, actual: 1n });
    await first.close();
    await second.close();
  });

  it('that a newer program wrote is refused with a sentence', () => {
    const db = new Sqlite(file);
    db.exec("CREATE TABLE store_meta (key TEXT PRIMARY KEY, value TEXT); INSERT INTO store_meta VALUES ('schema_version', '99')");
    db.close();
    expect(() => openSqliteEventStore(file)).toThrow(
      'the event store is unavailable: the file has schema 99, this program knows 3; use the newer program',
    );
  });

  it('that is no store is refused with a sentence (C78)', () => {
    writeFileSync(file, 'not a database, but long enough to be read as the header of one'.repeat(20));
    expect(() => openSqliteEventStore(file)).toThrow('the event store is unavailable: the file is not an event store');
  });

  it('in a folder that is not there is unavailable at once, and is opened as soon as it can be (C75)', async () => {
    const missing = join(path, 'missing');
    const begun = performance.now();
    expect(() => openSqliteEventStore(join(missing, 'events.db'))).toThrow('the event store is unavailable: the file cannot be opened');
    expect(performance.now() - begun).toBeLessThan(2_000);
    mkdirSync(missing);
    const store = openSqliteEventStore(join(missing, 'events.db'));
    expect((await store.append('thing-1', 'no_stream', [event('a')])).nextExpectedRevision).toBe(0n);
    await store.close();
  });

  it('holds a malformed event apart (C85)', async () => {
    const store = openSqliteEventStore(file);
    const db = new Sqlite(file);
    db.exec(
      "INSERT INTO events (stream_id, revision, id, type, data, metadata) VALUES ('thing-1', 0, 'x', 'T', '{', '{}'); INSERT INTO streams (stream_id, revision) VALUES ('thing-1', 0)",
    );
    db.close();
    await expect(Array.fromAsync(store.readStream('thing-1'))).rejects.toMatchObject({
      code: 'malformed_event',
      message: 'thing-1@0: the stored event cannot be read',
    });
    await store.close();
  });

  it('keeps every acknowledged append when its writer is killed, and nothing torn (C87, short)', async () => {
    const program = `
      const { openSqliteEventStore } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
      const { uuidV5 } = await import(${JSON.stringify(new URL('../../uuid.ts', import.meta.url).href)});
      const store = openSqliteEventStore(process.argv[1]);
      const begin = Number(process.argv[2]);
      for (let n = begin; ; n += 1) {
        const pair = ['x', 'y'].map((side) => ({ id: uuidV5(n + side), type: 'Pair', data: { n }, metadata: {} }));
        await store.append('pair-' + n, 'no_stream', pair);
        process.stdout.write(n + '\\n');
      }`;
    let acknowledged = -1;
    for (let round = 0; round < 3; round += 1) {
      acknowledged = await runUntilKilled(program, file, acknowledged + 1, 300 + 100 * round);
    }
    const store = openSqliteEventStore(file);
    const found = await Array.fromAsync(store.readAll());
    const streams = new Map<string, number>();
    found.forEach(({ streamId }) => streams.set(streamId, (streams.get(streamId) ?? 0) + 1));
    expect(acknowledged).toBeGreaterThan(0);
    expect([...streams.values()].every((count) => count === 2)).toBe(true);
    for (let n = 0; n <= acknowledged; n += 1) expect(streams.get(`pair-${n}`)).toBe(2);
    await store.close();
  }, 30_000);
});

/** Lets the child append and tell, kills it, and answers the last number it told. Numbers it wrote but did not tell are repeats next time. */
const runUntilKilled = async (program: string, file: string, begin: number, aliveMs: number): Promise<number> => {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program, file, String(begin)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => {
      reject(new Error(complaint));
    });
  });
  await new Promise((resolve) => setTimeout(resolve, aliveMs));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  const lines = told.split('\n').slice(0, -1);
  return Number(lines.at(-1) ?? begin - 1);
};
