import type { AttachedFile, SavedDraft } from '../../../domain/src/index.ts';
import { countUpTo, keyOf, mostCounted, pageFrom, pageLimits } from '../paging.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DraftView, Page, Viewer } from '../views.ts';

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

/** Before the newest draft, whatever its instant. */
const newest: readonly string[] = ['~', ''];

/** The Member's own drafts, newest first, one page of them; nobody else has any. `{ code }` when the cursor is not one of ours. */
export const drafts = (
  db: ReadDatabase,
  {
    viewer,
    limit = pageLimits.usual,
    cursor = null,
  }: { readonly viewer: Viewer; readonly limit?: number; readonly cursor?: string | null },
): Page<DraftView> | { readonly code: 'paging.bad_cursor' } => {
  const key = cursor === null ? newest : keyOf(cursor, 2);
  if (key === null) return { code: 'paging.bad_cursor' };
  if (viewer.kind !== 'member') return { items: [], total: 0, next: null };
  const total = countUpTo(mostCounted, db, 'SELECT 1 FROM draft WHERE member = ?', [viewer.member]);
  const [savedAt = '', draftId = ''] = key;
  const rows = db.all<DraftRow>(
    `SELECT revision, data FROM draft WHERE member = ? AND (saved_at < ? OR (saved_at = ? AND draft_id > ?))
     ORDER BY saved_at DESC, draft_id LIMIT ?`,
    ...[viewer.member, savedAt, savedAt, draftId, limit + 1],
  );
  return pageFrom(rows, limit, total, toView(db), (last) => [last.savedAt, last.draftId]);
};

/** One draft of the Member's own, or null: a foreign draft is exactly like a missing one. */
export const draft = (db: ReadDatabase, draftId: string, viewer: Viewer): DraftView | null => {
  const member = viewer.kind === 'member' ? viewer.member : '';
  const row = db.get<DraftRow>('SELECT revision, data FROM draft WHERE draft_id = ? AND member = ?', draftId, member);
  return row === undefined ? null : toView(db)(row);
};
