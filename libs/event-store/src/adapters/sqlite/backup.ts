import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Unavailable } from '../../errors.ts';
import { connect, guarded, translate } from './connection.ts';
import { schemaVersion, storedVersion } from './schema.ts';

/** Pages copied so far, and in all. */
export interface BackupProgress {
  readonly done: number;
  readonly total: number;
}

const syncPath = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const withoutFile = (path: string): void => {
  ['', '-wal', '-shm'].forEach((suffix) => {
    rmSync(path + suffix, { force: true });
  });
};

/** How many events a file holds, and the last position; every stream dense from its first revision to its last. */
interface Extent {
  readonly events: number;
  readonly position: bigint;
}

/**
 * Reads a store file whole and says what it holds.
 *
 * @throws Unavailable when it is damaged, is no store, or misses events of a stream
 */
export const checkBackup = (path: string): Extent => {
  if (!existsSync(path)) throw new Unavailable('the backup is not there', 'connect');
  const db = connect(path);
  try {
    return guarded(() => {
      const verdict = db.pragma('integrity_check(1)', { simple: true });
      if (verdict !== 'ok') throw new Unavailable('the file is damaged', 'connect');
      const version = storedVersion(db);
      if (version === 0 || version > schemaVersion) throw new Unavailable('the file is not an event store of this program', 'connect');
      const holes = db
        .prepare(
          `SELECT e.stream_id FROM events e JOIN streams s USING (stream_id) GROUP BY e.stream_id
           HAVING max(e.revision) <> s.revision OR max(e.revision) - min(e.revision) + 1 <> count(*) LIMIT 1`,
        )
        .get();
      if (holes !== undefined) throw new Unavailable('the file misses events', 'connect');
      const extent = db.prepare('SELECT count(*) AS events, coalesce(max(position), 0) AS position FROM events').get();
      const { events, position } = extent as { events: bigint; position: bigint };
      return { events: Number(events), position };
    });
  } finally {
    db.close();
  }
};

/** Whether a file is an event store of any version, for instance a backup. @throws Unavailable when it cannot be read at all */
export const isEventStore = (path: string): boolean => {
  const db = guarded(() => new Sqlite(path, { readonly: true, timeout: 5_000 }));
  try {
    return guarded(() => storedVersion(db) > 0);
  } finally {
    db.close();
  }
};

/**
 * Copies a store that may be in use to a new file: a prefix of the log, checked and on disk when this resolves.
 *
 * @param progress  called between two steps; the copy goes on in between, writers are not held up
 * @throws Unavailable when either file cannot be used or `to` exists
 */
export const backUp = async (from: string, to: string, progress: (at: BackupProgress) => void = () => undefined): Promise<Extent> => {
  if (existsSync(to)) throw new Unavailable(`${to} exists already; a backup never replaces a file`, 'connect');
  if (!existsSync(from)) throw new Unavailable('there is no event store to copy', 'connect');
  const partial = `${to}.partial`;
  withoutFile(partial);
  const db = guarded(() => new Sqlite(from, { readonly: true, timeout: 5_000 }));
  try {
    await db.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        progress({ done: totalPages - remainingPages, total: totalPages });
        return 1_000;
      },
    });
    const extent = checkBackup(partial);
    syncPath(partial);
    renameSync(partial, to);
    syncPath(dirname(to));
    return extent;
  } catch (error) {
    withoutFile(partial);
    throw translate(error, 'connect');
  } finally {
    db.close();
  }
};
