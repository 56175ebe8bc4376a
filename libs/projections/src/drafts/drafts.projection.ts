import type { Projection } from '../projection.port.ts';

/** Unreleased drafts; a row goes when its draft is discarded or released. */
export const draftsProjection: Projection = {
  name: 'drafts',
  version: 1,
  tables: ['draft'],
  // Unreleased text is nobody's record: what a Member changes or takes back leaves no trace here.
  keepsRows: false,
  ddl: `CREATE TABLE draft (draft_id TEXT PRIMARY KEY, member TEXT NOT NULL, saved_at TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX draft_by_member ON draft (member, saved_at);`,
  handlers: {
    DraftSaved: (tx, { data, revision }) => {
      tx.run(
        'INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)',
        data.draftId,
        data.member,
        data.savedAt,
        revision,
        JSON.stringify(data),
      );
    },
    DraftDiscarded: (tx, { data }) => {
      tx.run('DELETE FROM draft WHERE draft_id = ?', data.draftId);
    },
    TopicSubmitted: (tx, { data }) => {
      tx.run('DELETE FROM draft WHERE draft_id = ?', data.draftId);
    },
    PracticeSubmitted: (tx, { data }) => {
      tx.run('DELETE FROM draft WHERE draft_id = ?', data.draftId);
    },
  },
};
