import { createHash } from 'node:crypto';
import type { GlobalPosition } from '../../../event-store/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadDatabase, ReadModelFile } from '../storage/read-database.ts';

/** Tables of the runner itself. Positions are text: those of a cluster are larger than an integer here. */
const runnerDdl = `
  CREATE TABLE checkpoint (name TEXT PRIMARY KEY, position TEXT NOT NULL, n INTEGER NOT NULL, last_occurred_at TEXT) STRICT, WITHOUT ROWID;
  INSERT INTO checkpoint (name, position, n) VALUES ('read-models', '0', 0);
  CREATE TABLE runner_stopped (
    projection TEXT PRIMARY KEY, position TEXT NOT NULL, n INTEGER NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL, error TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE runner_parked (
    place INTEGER PRIMARY KEY, projection TEXT NOT NULL, sequence_key TEXT NOT NULL, position TEXT NOT NULL, n INTEGER NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    event_id TEXT NOT NULL, type TEXT NOT NULL, error TEXT
  ) STRICT;
  CREATE INDEX runner_parked_by_key ON runner_parked (projection, sequence_key, place);
  CREATE TABLE runner_unasked (type TEXT PRIMARY KEY, events INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE runner_definition (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a projection writes is decided by its name, version and tables; the runner's own tables stand under no name. */
const definitionsOf = (projections: readonly Projection[]): Readonly<Record<string, string>> => ({
  '': sha256(runnerDdl),
  ...Object.fromEntries(projections.map(({ name, version, ddl }) => [name, sha256(`${name}@${version}\n${ddl}`)])),
});

/** DDL of a set of projections with the runner's own tables, and the fingerprint that changes with any of it. */
export const schemaOf = (projections: readonly Projection[], more = ''): { readonly ddl: string; readonly fingerprint: string } => {
  const definitions = Object.entries(definitionsOf(projections)).map(([name, definition]) => `('${name}', '${definition}')`);
  const recorded = `INSERT INTO runner_definition VALUES ${definitions.join(', ')};`;
  const ddl = [runnerDdl, recorded, ...projections.map((projection) => projection.ddl), more].join('\n');
  return { ddl, fingerprint: sha256(ddl) };
};

/**
 * Those of the projections whose tables stand in a file as they would be made today: only these may go on in it. None when the file
 * was written by a runner with other tables of its own.
 */
export const followable = (db: ReadDatabase, projections: readonly Projection[]): readonly Projection[] => {
  const rows = db.all<{ name: string; definition: string }>('SELECT name, definition FROM runner_definition');
  const found = new Map(rows.map(({ name, definition }) => [name, definition]));
  const today = definitionsOf(projections);
  return found.get('') === today[''] ? projections.filter(({ name }) => found.get(name) === today[name]) : [];
};

/** How far the projections of one file are. */
export interface Checkpoint {
  /** Engine position of the last event applied, as text; `0` before the first. */
  readonly position: string;
  readonly n: number;
  readonly last_occurred_at: string | null;
}

/** Reads the checkpoint of a file. */
export const readCheckpoint = (db: ReadModelFile): Checkpoint => {
  const row = db.get<Checkpoint>("SELECT position, n, last_occurred_at FROM checkpoint WHERE name = 'read-models'");
  if (row === undefined) throw new Error('the read models have no checkpoint');
  return row;
};

/** Compare-and-swap in the row transaction: a second runner on the same file loses here, with its whole batch. */
export const saveCheckpoint = (db: ReadModelFile, before: Checkpoint, after: Checkpoint): void => {
  db.run(
    "UPDATE checkpoint SET position = ?, n = ?, last_occurred_at = ? WHERE name = 'read-models' AND position = ?",
    after.position,
    after.n,
    after.last_occurred_at,
    before.position,
  );
  const changed = db.get<{ changes: number }>('SELECT changes() AS changes')?.changes ?? 0;
  if (changed !== 1) throw new Error(`the checkpoint moved away from position ${before.position}: another runner writes these read models`);
};

/** Where a subscription begins that goes on behind a position. */
export const startOf = (position: GlobalPosition | string): GlobalPosition | 'start' =>
  String(position) === '0' ? 'start' : (BigInt(position) as GlobalPosition);

/** One transaction: large enough that its COMMIT does not count, small enough that a reader who waits does not notice. */
export const batchLimits = { maxBatch: 2_048, maxBatchBytes: 4 * 1024 * 1024 } as const;
