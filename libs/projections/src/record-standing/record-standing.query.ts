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
  const checkpoint = db.get<{ n: number; last_occurred_at: string | null }>('SELECT n, last_occurred_at FROM checkpoint');
  const opened = fact<Opened>(db, 'opened');
  return {
    n: checkpoint?.n ?? 0,
    lastOccurredAt: (checkpoint?.last_occurred_at ?? null) as Instant | null,
    origin: opened?.origin ?? null,
    clock: opened?.clock ?? null,
    inventedSamples: fact<Samples>(db, 'samples'),
  };
};
