import type { Projection } from '../projection.port.ts';

/** What was asked to be erased, what became of it, and which events are without their content since. */
export const erasuresProjection: Projection = {
  name: 'erasures',
  version: 1,
  tables: ['erasure', 'erased_event'],
  ddl: `
    CREATE TABLE erasure (
      erasure_id TEXT PRIMARY KEY, status TEXT NOT NULL, object TEXT NOT NULL, subject_id TEXT NOT NULL, basis TEXT NOT NULL, reason TEXT NOT NULL,
      requested_by TEXT NOT NULL, requested_at TEXT NOT NULL, decided_by TEXT, decided_at TEXT, refusal TEXT,
      events INTEGER, streams INTEGER, files INTEGER, purged_at TEXT, revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE erased_event (
      erasure_id TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, data_hash TEXT NOT NULL, left_hash TEXT NOT NULL,
      PRIMARY KEY (erasure_id, stream, revision, left_hash)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    ErasureRequested: (tx, { data, revision }) => {
      const { erasureId, subject, basis, reason, requestedBy, requestedAt } = data;
      tx.run(
        `INSERT INTO erasure (erasure_id, status, object, subject_id, basis, reason, requested_by, requested_at, revision)
         VALUES (?, 'requested', ?, ?, ?, ?, ?, ?, ?)`,
        erasureId,
        subject.object,
        subject.id,
        basis,
        reason,
        requestedBy,
        requestedAt,
        revision,
      );
    },
    ErasureRefused: (tx, { data, revision }) => {
      const { erasureId, refusedBy, refusedAt, reason } = data;
      tx.run(
        "UPDATE erasure SET status = 'refused', decided_by = ?, decided_at = ?, refusal = ?, revision = ? WHERE erasure_id = ?",
        refusedBy,
        refusedAt,
        reason,
        revision,
        erasureId,
      );
    },
    ErasureApproved: (tx, { data, revision }) => {
      const { erasureId, approvedBy, approvedAt } = data;
      tx.run(
        "UPDATE erasure SET status = 'approved', decided_by = ?, decided_at = ?, revision = ? WHERE erasure_id = ?",
        approvedBy,
        approvedAt,
        revision,
        erasureId,
      );
    },
    ErasureScopeListed: (tx, { data, revision }) => {
      for (const { stream, revision: at, dataHash, leftHash } of data.events)
        tx.run('INSERT OR IGNORE INTO erased_event VALUES (?, ?, ?, ?, ?)', data.erasureId, stream, at, dataHash, leftHash);
      tx.run('UPDATE erasure SET revision = ? WHERE erasure_id = ?', revision, data.erasureId);
    },
    ErasurePurged: (tx, { data, revision }) => {
      const { erasureId, events, streams, files, purgedAt } = data;
      tx.run(
        "UPDATE erasure SET status = 'purged', events = ?, streams = ?, files = ?, purged_at = ?, revision = ? WHERE erasure_id = ?",
        events,
        streams,
        files,
        purgedAt,
        revision,
        erasureId,
      );
    },
  },
};
