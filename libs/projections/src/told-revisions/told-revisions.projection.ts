import { governedCategory } from '../../../workflow/src/index.ts';
import type { Projection } from '../projection.port.ts';

/**
 * The last revision of every governed instance, whatever happened, and how many of its events its addressees, and everybody, know
 * of: what a revision tells those from whom some are kept.
 */
export const toldRevisionsProjection: Projection = {
  name: 'told-revisions',
  version: 1,
  tables: ['told_revision'],
  ddl: `
    CREATE TABLE told_revision (
      stream TEXT PRIMARY KEY, revision INTEGER NOT NULL, addressee INTEGER NOT NULL, everybody INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;`,
  every: (tx, { stream, revision, audience }) => {
    if (governedCategory(stream.slice(0, stream.indexOf('-'))) === null) return;
    tx.run(
      `INSERT INTO told_revision VALUES (?, ?, ?, ?)
       ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, addressee = addressee + excluded.addressee,
         everybody = everybody + excluded.everybody`,
      stream,
      revision,
      audience === 'internal' ? 0 : 1,
      audience === 'internal' || audience === 'addressee' ? 0 : 1,
    );
  },
  handlers: {},
};
