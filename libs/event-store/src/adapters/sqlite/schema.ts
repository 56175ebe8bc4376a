import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { Unavailable } from '../../errors.ts';

/** Version of the tables below; a store written by a newer program is refused, never guessed at. */
export const schemaVersion = 1;

const tables = `
  CREATE TABLE store_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream_id, revision)
  ) STRICT;
  CREATE INDEX events_by_id ON events (stream_id, id);
  CREATE TABLE streams (
    stream_id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    hidden_below INTEGER NOT NULL DEFAULT 0,
    soft_deleted INTEGER NOT NULL DEFAULT 0,
    tombstoned INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
`;

const storedVersion = (db: Database): number | null => {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'store_meta'").get() !== undefined;
  if (!exists) return null;
  const version = db.prepare<[], { value: string }>("SELECT value FROM store_meta WHERE key = 'schema_version'").get();
  return version === undefined ? null : Number(version.value);
};

/** Creates the tables in an empty file; leaves an existing store as it is. @throws Unavailable when a newer program wrote it */
export const prepareSchema = (db: Database): void => {
  db.transaction(() => {
    const version = storedVersion(db);
    if (version !== null && version > schemaVersion) {
      throw new Unavailable(`the file has schema ${version}, this program knows ${schemaVersion}; use the newer program`, 'connect');
    }
    if (version !== null) return;
    db.exec(tables);
    const put = db.prepare('INSERT INTO store_meta (key, value) VALUES (?, ?)');
    put.run('schema_version', String(schemaVersion));
    put.run('store_uuid', randomUUID());
  }).immediate();
};
