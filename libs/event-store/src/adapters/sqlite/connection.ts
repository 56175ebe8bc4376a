import Sqlite, { type Database } from 'better-sqlite3';
import { EventStoreError, Unavailable, UnknownFailure } from '../../errors.ts';

const sentences: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another process holds the file for too long',
  SQLITE_LOCKED: 'another process holds the file for too long',
  SQLITE_FULL: 'the disk is full',
  SQLITE_READONLY: 'the file is read-only',
  SQLITE_CANTOPEN: 'the file cannot be opened',
  SQLITE_NOTADB: 'the file is not an event store',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_IOERR: 'the disk failed',
  SQLITE_PERM: 'the file may not be used by this user',
};

/** The driver's own code without its refinement; told by its form, since one process may hold several copies of the driver's classes. */
const sqliteCode = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  if (typeof code === 'string') return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? '';
  return String(error).includes('directory does not exist') ? 'SQLITE_CANTOPEN' : '';
};

/** Turns a failure of the driver into one of ours. `phase`: whether the failed statement could have made events durable. */
export const translate = (error: unknown, phase: 'connect' | 'inflight'): EventStoreError => {
  if (error instanceof EventStoreError) return error;
  const sentence = sentences[sqliteCode(error)];
  return sentence === undefined ? new UnknownFailure(error) : new Unavailable(sentence, phase, error);
};

/** Runs a statement that cannot make events durable, with our errors. */
export const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw translate(error, 'connect');
  }
};

/**
 * Opens one connection with every pragma set and read back: a re-opened file would fall back to synchronous=NORMAL and
 * lose acknowledged events on power loss.
 *
 * @throws Unavailable
 */
export const connect = (path: string): Database =>
  guarded(() => {
    const db = new Sqlite(path, { timeout: 5_000 });
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      db.pragma('secure_delete = ON');
      const synchronous = db.pragma('synchronous', { simple: true });
      const journal = db.pragma('journal_mode', { simple: true });
      if (synchronous !== 2 || journal !== 'wal')
        throw new Unavailable(`the disk refuses safe writing (journal ${String(journal)}, synchronous ${String(synchronous)})`, 'connect');
      db.defaultSafeIntegers(true);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
