import type { Bilingual, Instant, ReleaseItem } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

/** A decision that a batch tells: one recorded event. */
interface ReleasedItem extends Omit<ReleaseItem, 'revision'> {
  /** Of the decision in the record of its contribution; for the Secretariat. */
  readonly revision: number | null;
}

/** Decisions that are told at one moment. */
export interface ReleaseView {
  readonly releaseId: string;
  readonly status: 'prepared' | 'released' | 'discarded';
  /** What the Secretariat calls it; for the Secretariat. */
  readonly title: Bilingual | null;
  readonly items: readonly ReleasedItem[];
  /** Accreditation of whoever put it together; another one issues it. For the Secretariat. */
  readonly preparedBy: string | null;
  readonly preparedAt: Instant | null;
  readonly releasedAt: Instant | null;
  /** Revision of the record behind it; for the Secretariat. */
  readonly revision: string | null;
}

interface ReleaseRow {
  readonly release_id: string;
  readonly status: ReleaseView['status'];
  readonly title: string;
  readonly items: string;
  readonly prepared_by: string;
  readonly prepared_at: string;
  readonly released_at: string | null;
  readonly revision: number;
}

const toView = (row: ReleaseRow): ReleaseView => ({
  releaseId: row.release_id,
  status: row.status,
  title: JSON.parse(row.title) as Bilingual,
  items: JSON.parse(row.items) as readonly ReleaseItem[],
  preparedBy: row.prepared_by,
  preparedAt: row.prepared_at as Instant,
  releasedAt: row.released_at as Instant | null,
  revision: String(row.revision),
});

/** Whether a Member stands behind a contribution. */
const standsBehind = (db: ReadDatabase, member: string, id: string): boolean =>
  db.get<{ found: number }>(
    `SELECT 1 AS found FROM contribution c WHERE c.contribution_id = ? AND (c.member = ? OR EXISTS (
       SELECT 1 FROM contribution_sponsor s WHERE s.contribution_id = c.contribution_id AND s.member = ? AND s.until IS NULL))`,
    id,
    member,
    member,
  ) !== undefined;

/** Of a batch that was released, what it tells one Member; null when that is nothing. */
const toldTo = (db: ReadDatabase, member: string, release: ReleaseView): ReleaseView | null => {
  const items = release.items.filter(({ id }) => standsBehind(db, member, id)).map((item) => ({ ...item, revision: null }));
  return items.length === 0 ? null : { ...release, title: null, items, preparedBy: null, preparedAt: null, revision: null };
};

/**
 * Batches of decisions, newest first: all for the Secretariat; for a Member those that told it something, with what concerns it.
 * The public is told nothing here.
 */
export const releases = (db: ReadDatabase, viewer: Viewer): readonly ReleaseView[] => {
  if (viewer.kind === 'public') return [];
  const where = viewer.kind === 'internal' ? '1' : "status = 'released'";
  const found = db
    .all<ReleaseRow>(`SELECT * FROM release_batch WHERE ${where} ORDER BY prepared_at DESC, release_id LIMIT 500`)
    .map(toView);
  return viewer.kind === 'internal' ? found : found.flatMap((release) => toldTo(db, viewer.member, release) ?? []);
};
