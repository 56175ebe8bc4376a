import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { Unavailable } from '../../errors.ts';

/** From nothing to version 1. Released: never edited. */
const version1 = `
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

/** Settings of streams; and a scavenge may take away what a permit of its own transaction names. */
const version2 = `
  ALTER TABLE streams ADD COLUMN max_count INTEGER;
  ALTER TABLE streams ADD COLUMN truncate_before INTEGER;
  ALTER TABLE streams ADD COLUMN meta_revision INTEGER;
  CREATE TABLE scavenge_permits (stream_id TEXT PRIMARY KEY, below INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  DROP TRIGGER events_are_never_deleted;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    WHEN NOT EXISTS (SELECT 1 FROM scavenge_permits WHERE stream_id = OLD.stream_id AND below > OLD.revision)
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
`;

/** An erasure may replace the data of events that a permit of its own transaction names, by data that say so, and nothing else of them. */
const version3 = `
  CREATE TABLE erase_permits (stream_id TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (stream_id, revision)) STRICT, WITHOUT ROWID;
  DROP TRIGGER events_are_never_changed;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    WHEN NOT EXISTS (SELECT 1 FROM erase_permits p WHERE p.stream_id = OLD.stream_id AND p.revision = OLD.revision)
      OR NEW.position <> OLD.position OR NEW.stream_id <> OLD.stream_id OR NEW.revision <> OLD.revision
      OR NEW.id <> OLD.id OR NEW.type <> OLD.type OR NEW.metadata <> OLD.metadata
      OR json_extract(NEW.data, '$."$erased".by') IS NULL
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
`;

const steps: readonly string[] = [version1, version2, version3];

/** Version of the tables; a store written by a newer program is refused, never guessed at. */
export const schemaVersion = steps.length;

/** Schema a file was written with; 0 when it is no event store. */
export const storedVersion = (db: Database): number => {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'store_meta'").get() !== undefined;
  if (!exists) return 0;
  const version = db.prepare<[], { value: string }>("SELECT value FROM store_meta WHERE key = 'schema_version'").get();
  return Number(version?.value ?? 0);
};

/**
 * Brings the tables of a file, empty or of any released version, to this version in one transaction.
 *
 * @throws Unavailable when a newer program wrote it
 */
export const prepareSchema = (db: Database): void => {
  db.transaction(() => {
    const version = storedVersion(db);
    if (version > schemaVersion) {
      throw new Unavailable(`the file has schema ${version}, this program knows ${schemaVersion}; use the newer program`, 'connect');
    }
    if (version === schemaVersion) return;
    steps.slice(version).forEach((step) => db.exec(step));
    const put = db.prepare('INSERT INTO store_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
    put.run('schema_version', String(schemaVersion));
    if (version === 0) put.run('store_uuid', randomUUID());
  }).immediate();
};
