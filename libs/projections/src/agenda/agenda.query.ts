import type { AgendaContent, AgendaHeading, AgendaItem, Bilingual, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AgendaVersionSummary, AgendaVersionView, WorkingAgendaView } from '../views.ts';

interface VersionRow {
  readonly agenda_id: string;
  readonly version: number;
  readonly status: 'proposed' | 'approved' | 'published';
  readonly content_hash: string;
  readonly change_note: string;
  readonly proposed_at: string;
  readonly approved_at: string | null;
  readonly published_at: string | null;
  readonly content: string | null;
}

interface DataRow {
  readonly data: string;
}

const toSummary = (row: VersionRow): AgendaVersionSummary => ({
  agendaId: row.agenda_id,
  version: row.version,
  status: row.status,
  contentHash: row.content_hash,
  changeNote: JSON.parse(row.change_note) as Bilingual,
  proposedAt: row.proposed_at as Instant,
  approvedAt: row.approved_at as Instant | null,
  publishedAt: row.published_at as Instant | null,
});

const rowsOf = <T>(db: ReadDatabase, sql: string, agendaId: string): readonly T[] =>
  db.all<DataRow>(sql, agendaId).map(({ data }) => JSON.parse(data) as T);

const workingContent = (db: ReadDatabase, agendaId: string, title: Bilingual, version: number): AgendaContent => {
  const items = rowsOf<AgendaItem>(db, 'SELECT data FROM agenda_item WHERE agenda_id = ? ORDER BY place', agendaId);
  const headings = rowsOf<AgendaHeading>(db, 'SELECT data FROM agenda_heading WHERE agenda_id = ? ORDER BY number', agendaId);
  return {
    agendaId,
    version,
    title,
    headings: headings.map((heading) => ({ ...heading, items: items.filter(({ headingId }) => headingId === heading.headingId) })),
    omittedPriorities: rowsOf(db, 'SELECT data FROM agenda_omission WHERE agenda_id = ? ORDER BY place', agendaId),
  };
};

/** The agenda as the Secretariat is building it, or null. For internal viewers. */
export const workingAgenda = (db: ReadDatabase, agendaId: string): WorkingAgendaView | null => {
  const row = db.get<DataRow & { revision: number }>('SELECT data, revision FROM agenda WHERE agenda_id = ?', agendaId);
  if (row === undefined) return null;
  const { conferenceId, title, themeSetId } = JSON.parse(row.data) as { conferenceId: string; title: Bilingual; themeSetId: string };
  const versions = db.all<VersionRow>('SELECT * FROM agenda_version WHERE agenda_id = ? ORDER BY version', agendaId);
  const pending = versions.find(({ status }) => status !== 'published');
  const publishedVersion = versions.filter(({ status }) => status === 'published').at(-1)?.version ?? 0;
  return {
    agendaId,
    conferenceId,
    title,
    themeSetId,
    content: workingContent(db, agendaId, title, publishedVersion + 1),
    pending: pending === undefined ? null : toSummary(pending),
    publishedVersion,
    revision: String(row.revision),
  };
};

/** Published versions, newest first; public. */
export const agendaVersions = (db: ReadDatabase, agendaId: string): readonly AgendaVersionSummary[] =>
  db
    .all<VersionRow>("SELECT * FROM agenda_version WHERE agenda_id = ? AND status = 'published' ORDER BY version DESC", agendaId)
    .map(toSummary);

/** One published version with its frozen content, or null; without a number the latest. */
export const agendaVersion = (db: ReadDatabase, agendaId: string, version: number | null): AgendaVersionView | null => {
  const row = db.get<VersionRow>(
    "SELECT * FROM agenda_version WHERE agenda_id = ? AND status = 'published' AND (? IS NULL OR version = ?) ORDER BY version DESC LIMIT 1",
    agendaId,
    version,
    version,
  );
  return row?.content === undefined || row.content === null
    ? null
    : { ...toSummary(row), content: JSON.parse(row.content) as AgendaContent };
};

/** Agendas with a published version, newest publication first. */
export const publishedAgendas = (db: ReadDatabase): readonly AgendaVersionView[] =>
  db
    .all<{ agenda_id: string; version: number }>(
      "SELECT agenda_id, max(version) AS version FROM agenda_version WHERE status = 'published' GROUP BY agenda_id ORDER BY max(published_at) DESC",
    )
    .flatMap(({ agenda_id, version }) => agendaVersion(db, agenda_id, version) ?? []);
