import { createHash } from 'node:crypto';
import { openReadModels, type ReadModelFile } from '../../../projections/src/index.ts';
import type { AnyProcess } from './process.port.ts';

/**
 * Tables of `process.db`; the log can rebuild all of it. An effect is a command that is to be given, a timer one that is to be
 * given at its due instant. There is no inbox: an event is applied with the checkpoint that counts it, so never twice.
 */
const ddl = `
  CREATE TABLE progress (name TEXT PRIMARY KEY, position TEXT NOT NULL, walk_to TEXT) STRICT, WITHOUT ROWID;
  INSERT INTO progress (name, position) VALUES ('processes', '0');

  CREATE TABLE instance (process TEXT NOT NULL, instance TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (process, instance)) STRICT, WITHOUT ROWID;

  CREATE TABLE effect (
    sequence INTEGER PRIMARY KEY,
    effect_id TEXT NOT NULL UNIQUE,
    command_id TEXT NOT NULL UNIQUE,
    process TEXT NOT NULL,
    instance TEXT NOT NULL,
    timer TEXT,
    epoch INTEGER,
    due TEXT NOT NULL,
    name TEXT NOT NULL,
    input TEXT NOT NULL,
    trigger_id TEXT NOT NULL,
    correlation_id TEXT NOT NULL,
    depth INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'given', 'refused', 'nothing', 'cancelled', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    problem TEXT
  ) STRICT;
  CREATE INDEX effect_waiting ON effect (due, sequence) WHERE state = 'waiting';
  CREATE INDEX effect_open ON effect (process, instance) WHERE state IN ('waiting', 'parked');
  CREATE INDEX effect_timer ON effect (process, instance, timer) WHERE timer IS NOT NULL;

  CREATE TABLE parked (
    process TEXT NOT NULL,
    instance TEXT NOT NULL,
    position TEXT NOT NULL,
    event_id TEXT NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (process, instance, position)
  ) STRICT, WITHOUT ROWID;
`;

/** Opens the file of these processes; one of other processes, versions or time zone rules is built anew. @param path  a file, or `:memory:` */
export const openProcessFile = (path: string, processes: readonly AnyProcess[]): ReadModelFile => {
  const versions = processes.map(({ name, version }) => `${name}@${version}`).join(' ');
  const fingerprint = createHash('sha256')
    .update(`${versions}\ntz ${process.versions['tz'] ?? ''}\n${ddl}`)
    .digest('hex');
  return openReadModels(path, ddl, fingerprint);
};

/** How far the log has been read, and where the business clock was last told to go. */
export interface Progress {
  readonly position: string;
  readonly walk_to: string | null;
}

export const readProgress = (db: ReadModelFile): Progress => {
  const row = db.get<Progress>("SELECT position, walk_to FROM progress WHERE name = 'processes'");
  if (row === undefined) throw new Error('the processes have no checkpoint');
  return row;
};

/** Compare-and-swap: a second runner on the same file loses here, with its whole batch. */
export const saveProgress = (db: ReadModelFile, before: Progress, after: Progress): void => {
  db.run(
    "UPDATE progress SET position = ?, walk_to = ? WHERE name = 'processes' AND position = ?",
    after.position,
    after.walk_to,
    before.position,
  );
  const changed = db.get<{ changes: number }>('SELECT changes() AS changes')?.changes ?? 0;
  if (changed !== 1) throw new Error(`the checkpoint moved away from position ${before.position}: another runner writes these processes`);
};
