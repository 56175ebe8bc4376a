import type { Projection } from '../projection.port.ts';

/** One row per ledgered event: when, in which role, for whom. Never its data. */
export const historyProjection: Projection = {
  name: 'history',
  version: 1,
  tables: ['history'],
  ddl: `
    CREATE TABLE history (n INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL, occurred_at TEXT NOT NULL, role TEXT NOT NULL, acting_for TEXT, audience TEXT NOT NULL) STRICT;
    CREATE INDEX history_by_stream ON history (stream, revision);`,
  every: (tx, { ledgerIndex, stream, revision, type, occurredAt, role, actingFor, audience }) => {
    tx.run(
      'INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ledgerIndex,
      stream,
      revision,
      type,
      occurredAt,
      role,
      actingFor,
      audience,
    );
  },
  handlers: {},
};
