import type { SavedDraft } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DraftView, Viewer } from '../views.ts';

interface DraftRow {
  readonly revision: number;
  readonly data: string;
}

const toView = ({ revision, data }: DraftRow): DraftView => ({ ...(JSON.parse(data) as SavedDraft), revision: String(revision) });

/** The Member's own drafts, newest first; nobody else has any. */
export const drafts = (db: ReadDatabase, viewer: Viewer): readonly DraftView[] =>
  viewer.kind === 'member'
    ? db.all<DraftRow>('SELECT revision, data FROM draft WHERE member = ? ORDER BY saved_at DESC, draft_id', viewer.member).map(toView)
    : [];

/** One draft of the Member's own, or null: a foreign draft is exactly like a missing one. */
export const draft = (db: ReadDatabase, draftId: string, viewer: Viewer): DraftView | null => {
  const member = viewer.kind === 'member' ? viewer.member : '';
  const row = db.get<DraftRow>('SELECT revision, data FROM draft WHERE draft_id = ? AND member = ?', draftId, member);
  return row === undefined ? null : toView(row);
};
