import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const forget = (tx: ReadModelTransaction, draftId: string): void => {
  tx.run('DELETE FROM draft_file WHERE draft_id = ?', draftId);
  tx.run('DELETE FROM draft WHERE draft_id = ?', draftId);
};

/** Unreleased drafts; a row goes when its draft is discarded or released. */
export const draftsProjection: Projection = {
  name: 'drafts',
  version: 3,
  tables: ['draft', 'draft_file'],
  // Unreleased text is nobody's record: what a Member changes or takes back leaves no trace here.
  keepsRows: false,
  ddl: `CREATE TABLE draft (draft_id TEXT PRIMARY KEY, member TEXT NOT NULL, saved_at TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_file (draft_id TEXT, attachment_id TEXT, place INTEGER NOT NULL, file TEXT NOT NULL, PRIMARY KEY (draft_id, attachment_id)) STRICT, WITHOUT ROWID;
    CREATE INDEX draft_by_member ON draft (member, saved_at DESC, draft_id);`,
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
    DraftFileAttached: (tx, { data, revision }) => {
      tx.run('INSERT INTO draft_file VALUES (?, ?, ?, ?)', data.draftId, data.attachmentId, revision, JSON.stringify(data.file));
      tx.run('UPDATE draft SET revision = ? WHERE draft_id = ?', revision, data.draftId);
    },
    DraftFileDetached: (tx, { data, revision }) => {
      tx.run('DELETE FROM draft_file WHERE draft_id = ? AND attachment_id = ?', data.draftId, data.attachmentId);
      tx.run('UPDATE draft SET revision = ? WHERE draft_id = ?', revision, data.draftId);
    },
    DraftDiscarded: (tx, { data }) => {
      forget(tx, data.draftId);
    },
    TopicSubmitted: (tx, { data }) => {
      forget(tx, data.draftId);
    },
    PracticeSubmitted: (tx, { data }) => {
      forget(tx, data.draftId);
    },
  },
};
