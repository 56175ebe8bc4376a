import type { Instant, LedgerEvent } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { RecordStanding } from '../views.ts';

type Opened = Extract<LedgerEvent, { type: 'LedgerOpened' }>['data'];
type Samples = Extract<LedgerEvent, { type: 'InventedSamplesDeclared' }>['data'];

const fact = <T>(db: ReadDatabase, key: string): T | null => {
  const row = db.get<{ value: string }>('SELECT value FROM ledger_fact WHERE key = ?', key);
  return row === undefined ? null : (JSON.parse(row.value) as T);
};

/** Of the last of n ledgered events: what is recorded outside the ledger moves no ledger size, and belongs to none. */
const lastInstant = (db: ReadDatabase, n: number): Instant | null =>
  db.get<{ occurred_at: Instant }>('SELECT occurred_at FROM history WHERE n = ?', n - 1)?.occurred_at ?? null;

/** Where the record stands. */
export const recordStanding = (db: ReadDatabase): RecordStanding => {
  const n = db.get<{ n: number }>('SELECT n FROM checkpoint')?.n ?? 0;
  const opened = fact<Opened>(db, 'opened');
  return {
    n,
    lastOccurredAt: lastInstant(db, n),
    origin: opened?.origin ?? null,
    clock: opened?.clock ?? null,
    inventedSamples: fact<Samples>(db, 'samples'),
  };
};
