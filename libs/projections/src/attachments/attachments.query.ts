import type { AttachedFile, Instant } from '../../../domain/src/index.ts';
import { contribution } from '../contributions/contributions.query.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';
import type { AttachmentEditionView, AttachmentView } from './attachments.views.ts';

interface AttachmentRow {
  readonly attachment_id: string;
  readonly object: string;
  readonly owner_id: string;
  readonly member: string | null;
  readonly withdrawn_at: string | null;
  readonly withdrawn_reason: string | null;
  readonly released_to: 'members' | 'public' | null;
  readonly revision: number;
}

interface EditionRow {
  readonly edition: number;
  readonly file: string;
  readonly filed_at: string;
  readonly deletion: string | null;
  readonly bytes_deleted_at: string | null;
}

const isReleasedTo = ({ released_to }: AttachmentRow, viewer: Viewer): boolean =>
  released_to === 'public' || (released_to === 'members' && viewer.kind === 'member');

/** A Member's file is read by whoever may read the contribution it hangs on; the Secretariat's by whom it was released to. */
const mayRead = (db: ReadDatabase, row: AttachmentRow, viewer: Viewer): boolean => {
  if (viewer.kind === 'internal') return true;
  if (viewer.kind === 'member' && row.member === viewer.member) return true;
  if (row.withdrawn_at !== null) return false;
  if (row.member === null) return isReleasedTo(row, viewer);
  return contribution(db, row.owner_id, viewer) !== null;
};

const toEdition =
  (viewer: Viewer) =>
  ({ edition, file, filed_at, deletion, bytes_deleted_at }: EditionRow): AttachmentEditionView => ({
    edition,
    ...(JSON.parse(file) as AttachedFile),
    filedAt: filed_at as Instant,
    deletionRequested:
      deletion === null || viewer.kind !== 'internal' ? null : (JSON.parse(deletion) as AttachmentEditionView['deletionRequested']),
    bytesDeletedAt: bytes_deleted_at as Instant | null,
  });

const toView = (db: ReadDatabase, row: AttachmentRow, viewer: Viewer): AttachmentView => ({
  attachmentId: row.attachment_id,
  object: row.object,
  id: row.owner_id,
  member: row.member,
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at as Instant, reason: row.withdrawn_reason ?? '' },
  releasedTo: row.released_to,
  editions: db
    .all<EditionRow>('SELECT * FROM attachment_edition WHERE attachment_id = ? ORDER BY edition DESC', row.attachment_id)
    .map(toEdition(viewer)),
  revision: String(row.revision),
});

const visible = (db: ReadDatabase, viewer: Viewer, where: string, ...cells: readonly Cell[]): readonly AttachmentView[] =>
  db
    .all<AttachmentRow>(`SELECT * FROM attachment WHERE ${where} ORDER BY attachment_id`, ...cells)
    .filter((row) => mayRead(db, row, viewer))
    .map((row) => toView(db, row, viewer));

/** Files that hang on an object, as far as the viewer may read them. */
export const attachmentsOf = (db: ReadDatabase, object: string, id: string, viewer: Viewer): readonly AttachmentView[] =>
  visible(db, viewer, 'object = ? AND owner_id = ?', object, id);

/** One file, or null: also when the viewer may not know of it. */
export const attachment = (db: ReadDatabase, attachmentId: string, viewer: Viewer): AttachmentView | null =>
  visible(db, viewer, 'attachment_id = ?', attachmentId)[0] ?? null;

/** Files whose bytes somebody asked to be deleted. For the Secretariat. */
export const deletionsRequested = (db: ReadDatabase): readonly AttachmentView[] =>
  visible(
    db,
    { kind: 'internal' },
    'EXISTS (SELECT 1 FROM attachment_edition e WHERE e.attachment_id = attachment.attachment_id AND e.deletion IS NOT NULL)',
  );
