import type { Projection } from '../projection.port.ts';

/** Batches of decisions, and every single event that a released batch has told. */
export const releasesProjection: Projection = {
  name: 'releases',
  version: 1,
  tables: ['release_batch', 'told_event'],
  ddl: `
    CREATE TABLE release_batch (
      release_id TEXT PRIMARY KEY, status TEXT NOT NULL, title TEXT NOT NULL, items TEXT NOT NULL, prepared_by TEXT NOT NULL,
      prepared_at TEXT NOT NULL, released_at TEXT, revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE told_event (
      stream TEXT NOT NULL, revision INTEGER NOT NULL, release_id TEXT NOT NULL, released_at TEXT NOT NULL, PRIMARY KEY (stream, revision)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    ReleasePrepared: (tx, { data, revision }) => {
      const { releaseId, title, items, preparedBy, preparedAt } = data;
      tx.run(
        "INSERT INTO release_batch VALUES (?, 'prepared', ?, ?, ?, ?, NULL, ?)",
        releaseId,
        JSON.stringify(title),
        JSON.stringify(items),
        preparedBy,
        preparedAt,
        revision,
      );
    },
    ReleaseIssued: (tx, { data, revision }) => {
      const { releaseId, items, releasedAt } = data;
      tx.run(
        "UPDATE release_batch SET status = 'released', released_at = ?, revision = ? WHERE release_id = ?",
        releasedAt,
        revision,
        releaseId,
      );
      for (const item of items)
        tx.run('INSERT OR IGNORE INTO told_event VALUES (?, ?, ?, ?)', `${item.category}-${item.id}`, item.revision, releaseId, releasedAt);
    },
    ReleaseDiscarded: (tx, { data, revision }) => {
      tx.run("UPDATE release_batch SET status = 'discarded', revision = ? WHERE release_id = ?", revision, data.releaseId);
    },
  },
};
