import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const put = (tx: ReadModelTransaction, key: string, value: object): void => {
  tx.run(
    'INSERT INTO ledger_fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  );
};

/** The founding facts of the ledger, and what has to be said on every page. */
export const recordStandingProjection: Projection = {
  name: 'record-standing',
  version: 2,
  tables: ['ledger_fact'],
  ddl: 'CREATE TABLE ledger_fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  handlers: {
    LedgerOpened: (tx, { data }) => {
      put(tx, 'opened', data);
    },
    // The same record, another log: what is sealed from here on is sealed under the new origin.
    LedgerReopened: (tx, { data: { origin, vkey } }) => {
      const opened = tx.get<{ value: string }>("SELECT value FROM ledger_fact WHERE key = 'opened'");
      put(tx, 'opened', { ...(JSON.parse(opened?.value ?? '{}') as object), origin, vkey });
    },
    BusinessClockAdvanced: (tx, { data }) => {
      put(tx, 'advanced', data);
    },
    InventedSamplesDeclared: (tx, { data }) => {
      put(tx, 'samples', data);
    },
  },
};
