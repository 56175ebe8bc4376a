import type { GlobalPosition, RecordedEvent } from '../../../event-store/src/index.ts';
import type { ReadModelFile } from '../storage/read-database.ts';

/** The most keys of one projection that are parked before it stops: so many are no longer exceptions. */
export const mostParkedKeys = 100;

/** A projection that met an event it cannot take and stands still; its rows are as of the event before. */
export interface StoppedProjection {
  readonly projection: string;
  /** Ledger size that its rows show. */
  readonly n: number;
  /** The event it cannot take. */
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly error: string;
}

/** The events of one key that a projection has put aside; rows that follow from them are out of date. */
export interface ParkedKey {
  readonly projection: string;
  readonly key: string;
  readonly events: number;
  /** What its first event failed with. */
  readonly error: string;
}

/** One event put aside. */
export interface ParkedEvent {
  readonly place: number;
  readonly n: number;
  readonly stream: string;
  readonly revision: number;
}

/** Where a stopped projection goes on. */
export interface StoppedAt {
  /** Engine position of the last event it took. */
  readonly position: GlobalPosition | string;
  readonly n: number;
}

/** Tells which projections of a file stand still. */
export const stoppedProjections = (db: ReadModelFile): readonly (StoppedProjection & StoppedAt)[] =>
  db.all('SELECT projection, position, n, stream, revision, type, error FROM runner_stopped ORDER BY projection');

/** Records that a projection stands still before an event. */
export const recordStopped = (db: ReadModelFile, projection: string, at: StoppedAt, event: RecordedEvent, error: string): void => {
  db.run(
    'INSERT OR REPLACE INTO runner_stopped VALUES (?, ?, ?, ?, ?, ?, ?)',
    projection,
    String(at.position),
    at.n,
    event.streamId,
    Number(event.revision),
    event.type,
    error,
  );
};

/** Moves a stopped projection on, or lets it join the others. */
export const recordResumed = (db: ReadModelFile, projection: string, at: StoppedAt | 'joined'): void => {
  if (at === 'joined') db.run('DELETE FROM runner_stopped WHERE projection = ?', projection);
  else db.run('UPDATE runner_stopped SET position = ?, n = ? WHERE projection = ?', String(at.position), at.n, projection);
};

/** Keys that are put aside, per projection. */
export const parkedKeys = (db: ReadModelFile): readonly ParkedKey[] =>
  db.all(`SELECT projection, sequence_key AS key, count(*) AS events, max(error) AS error FROM runner_parked
    GROUP BY projection, sequence_key ORDER BY min(place)`);

/** Puts an event aside. @param error  null when it is put aside for what an earlier event of its key did */
export const recordParked = (
  db: ReadModelFile,
  { projection, key, n, error }: { readonly projection: string; readonly key: string; readonly n: number; readonly error: string | null },
  event: RecordedEvent,
): void => {
  db.run(
    'INSERT INTO runner_parked (projection, sequence_key, position, n, stream, revision, event_id, type, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    projection,
    key,
    String(event.position),
    n,
    event.streamId,
    Number(event.revision),
    event.id,
    event.type,
    error,
  );
};

/** The events of one key in their order. */
export const parkedEvents = (db: ReadModelFile, projection: string, key: string): readonly ParkedEvent[] =>
  db.all('SELECT place, n, stream, revision FROM runner_parked WHERE projection = ? AND sequence_key = ? ORDER BY place', projection, key);

/** Takes the events of a key out again. */
export const recordUnparked = (db: ReadModelFile, projection: string, key: string): void => {
  db.run('DELETE FROM runner_parked WHERE projection = ? AND sequence_key = ?', projection, key);
};

/** Counts events that no projection of the file asked for, by type. */
export const countUnasked = (db: ReadModelFile, counts: ReadonlyMap<string, number>): void => {
  counts.forEach((events, type) => {
    db.run('INSERT INTO runner_unasked VALUES (?, ?) ON CONFLICT (type) DO UPDATE SET events = events + excluded.events', type, events);
  });
};

/** Events that no projection of the file asked for, by type. */
export const unaskedEvents = (db: ReadModelFile): Readonly<Record<string, number>> =>
  Object.fromEntries(
    db
      .all<{ type: string; events: number }>('SELECT type, events FROM runner_unasked ORDER BY type')
      .map(({ type, events }) => [type, events]),
  );
