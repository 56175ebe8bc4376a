import type { AttachedFile, SavedDraft } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DraftView, Viewer } from '../views.ts';

interface DraftRow {
  readonly revision: number;
  readonly data: string;
}

const filesOf = (db: ReadDatabase, draftId: string): DraftView['files'] =>
  db
    .all<{ attachment_id: string; file: string }>('SELECT attachment_id, file FROM draft_file WHERE draft_id = ? ORDER BY place', draftId)
    .map(({ attachment_id, file }) => ({ attachmentId: attachment_id, file: JSON.parse(file) as AttachedFile }));

const toView =
  (db: ReadDatabase) =>
  ({ revision, data }: DraftRow): DraftView => {
    const draft = JSON.parse(data) as SavedDraft;
    return { ...draft, files: filesOf(db, draft.draftId), revision: String(revision) };
  };

/** The Member's own drafts, newest first; nobody else has any. */
export const drafts = (db: ReadDatabase, viewer: Viewer): readonly DraftView[] =>
  viewer.kind === 'member'
    ? db.all<DraftRow>('SELECT revision, data FROM draft WHERE member = ? ORDER BY saved_at DESC, draft_id', viewer.member).map(toView(db))
    : [];

/** One draft of the Member's own, or null: a foreign draft is exactly like a missing one. */
export const draft = (db: ReadDatabase, draftId: string, viewer: Viewer): DraftView | null => {
  const member = viewer.kind === 'member' ? viewer.member : '';
  const row = db.get<DraftRow>('SELECT revision, data FROM draft WHERE draft_id = ? AND member = ?', draftId, member);
  return row === undefined ? null : toView(db)(row);
};
