import type { Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import { isTold } from '../effective-audience.ts';
import type { HistoryEntry } from '../views.ts';

interface HistoryRow {
  readonly n: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurred_at: string;
  readonly role: string;
  readonly acting_for: string | null;
  readonly audience: HistoryEntry['audience'];
}

/** The recorded steps of one object, oldest first. For internal viewers, or filtered by the caller. */
export const historyOf = (db: ReadDatabase, stream: string): readonly HistoryEntry[] =>
  db.all<HistoryRow>('SELECT * FROM history WHERE stream = ? ORDER BY revision', stream).map(({ occurred_at, acting_for, ...row }) => ({
    ...row,
    occurredAt: occurred_at as Instant,
    actingFor: acting_for,
  }));

/** Where an event of a stream stands in the ledger, and who may know of it as the record stands. */
export interface ToldPlace {
  readonly revision: number;
  readonly n: number;
  readonly audience: HistoryEntry['audience'];
}

/** The ledgered events of a stream with their effective audience, oldest first (DESIGN §6). */
export const toldHistoryOf = (db: ReadDatabase, stream: string): readonly ToldPlace[] =>
  db.all<ToldPlace>(
    `SELECT h.revision, h.n, CASE WHEN h.audience = 'internal' AND ${isTold('h.stream', 'h.revision')} THEN 'addressee' ELSE h.audience END AS audience
     FROM history h WHERE h.stream = ? ORDER BY h.revision`,
    stream,
  );

/** Revision of the last ledgered event of a stream; null when there is none. */
export const lastRevision = (db: ReadDatabase, stream: string): number | null =>
  db.get<{ revision: number | null }>('SELECT max(revision) AS revision FROM history WHERE stream = ?', stream)?.revision ?? null;

/** Revision and place in the ledger of the last event of some types in a stream; null when there is none. */
export const placeInLedger = (
  db: ReadDatabase,
  stream: string,
  types: readonly string[],
): { readonly revision: number; readonly n: number } | null =>
  db.get<{ revision: number; n: number }>(
    `SELECT revision, n FROM history WHERE stream = ? AND type IN (${types.map(() => '?').join(', ')}) ORDER BY revision DESC LIMIT 1`,
    stream,
    ...types,
  ) ?? null;
