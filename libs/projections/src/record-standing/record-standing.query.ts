import type { Instant, LedgerEvent } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { RecordStanding } from '../views.ts';

type Opened = Extract<LedgerEvent, { type: 'LedgerOpened' }>['data'];
type Samples = Extract<LedgerEvent, { type: 'InventedSamplesDeclared' }>['data'];

const fact = <T>(db: ReadDatabase, key: string): T | null => {
  const row = db.get<{ value: string }>('SELECT value FROM ledger_fact WHERE key = ?', key);
  return row === undefined ? null : (JSON.parse(row.value) as T);
};

/** Where the record stands. */
export const recordStanding = (db: ReadDatabase): RecordStanding => {
  const checkpoint = db.get<{ n: number }>('SELECT n FROM checkpoint');
  // What is recorded outside the ledger moves no ledger size, and belongs to none.
  const last = db.get<{ occurred_at: string }>('SELECT occurred_at FROM history WHERE n = ?', (checkpoint?.n ?? 0) - 1);
  const opened = fact<Opened>(db, 'opened');
  return {
    n: checkpoint?.n ?? 0,
    lastOccurredAt: (last?.occurred_at ?? null) as Instant | null,
    origin: opened?.origin ?? null,
    clock: opened?.clock ?? null,
    inventedSamples: fact<Samples>(db, 'samples'),
  };
};
