import type { Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
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
