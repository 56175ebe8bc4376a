import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openFiles } from '../../../../../test/support/stores.ts';
import { StreamNotFound, Unavailable, UnknownFailure } from '../../errors.ts';
import { connect, guarded, translate } from './connection.ts';

const vendor = (code: unknown): Error => Object.assign(new Error('what the driver says'), { code });

describe('a failure of the driver', () => {
  it.each([
    ['SQLITE_BUSY', 'another process holds the file for too long'],
    ['SQLITE_LOCKED', 'another process holds the file for too long'],
    ['SQLITE_FULL', 'the disk is full'],
    ['SQLITE_READONLY', 'the file is read-only'],
    ['SQLITE_CANTOPEN', 'the file cannot be opened'],
    ['SQLITE_NOTADB', 'the file is not an event store'],
    ['SQLITE_CORRUPT', 'the file is damaged'],
    ['SQLITE_IOERR', 'the disk failed'],
    ['SQLITE_IOERR_FSYNC', 'the disk failed'],
    ['SQLITE_READONLY_DBMOVED', 'the file is read-only'],
    ['SQLITE_PERM', 'the file may not be used by this user'],
  ])('%s is told as one sentence, with its cause', (code, sentence) => {
    const cause = vendor(code);
    expect(translate(cause, 'inflight')).toStrictEqual(new Unavailable(sentence, 'inflight', cause));
    expect(translate(cause, 'inflight')).toMatchObject({ phase: 'inflight', outcome: 'unknown', cause });
    expect(translate(cause, 'connect')).toMatchObject({ phase: 'connect', outcome: 'not_applied' });
  });

  it('about a missing folder has no code and is told like one', () => {
    const cause = new TypeError('Cannot open database because the directory does not exist');
    expect(translate(cause, 'connect')).toMatchObject({
      code: 'unavailable',
      message: 'the event store is unavailable: the file cannot be opened',
    });
  });

  it.each([vendor('SQLITE_CONSTRAINT'), vendor('NOT_SQLITE_FULL'), vendor('sqlite_full'), vendor(13), vendor(''), 'text', null, undefined])(
    'that nobody foresaw stays unknown (%p)',
    (cause) => {
      expect(translate(cause, 'connect')).toBeInstanceOf(UnknownFailure);
      expect(translate(cause, 'connect')).toMatchObject({ outcome: 'unknown', cause });
    },
  );

  it('is left as it is when it is one of ours already', () => {
    const ours = new StreamNotFound('thing-1');
    expect(translate(ours, 'inflight')).toBe(ours);
  });

  it('of a statement that makes nothing durable leaves no doubt', () => {
    const fail = (): unknown =>
      guarded(() => {
        throw vendor('SQLITE_IOERR');
      });
    expect(fail).toThrow(expect.objectContaining({ code: 'unavailable', phase: 'connect', outcome: 'not_applied' }));
    expect(guarded(() => 7)).toBe(7);
  });
});

describe('a connection', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-connection-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes safely, overwrites what is taken away, and loses no digit', () => {
    const db = connect(join(folder, 'events.db'));
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'];
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toStrictEqual(['wal', 2n, 1n, 1n, 5_000n]);
    expect(db.prepare('SELECT 9007199254740993').pluck().get()).toBe(9_007_199_254_740_993n);
    db.close();
  });

  it('to what cannot keep a write-ahead log is refused', () => {
    expect(() => connect(':memory:')).toThrow(
      'the event store is unavailable: the disk refuses safe writing (journal memory, synchronous 2)',
    );
  });

  it('that is refused holds no file open', () => {
    const file = join(folder, 'events.db');
    writeFileSync(file, 'not a database, but long enough to be read as the header of one'.repeat(20));
    expect(() => connect(file)).toThrow('the event store is unavailable: the file is not an event store');
    expect(openFiles()).not.toContain(file);
  });
});
