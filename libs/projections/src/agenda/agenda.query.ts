import type { AgendaContent, AgendaProgramme, Bilingual, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AgendaEntry, AgendaVersionSummary, AgendaVersionView, PendingVersionView, Viewer } from '../views.ts';
import { partsOf } from './agenda.parts.ts';

interface VersionRow {
  readonly agenda_id: string;
  readonly version: number;
  readonly status: 'proposed' | 'approved' | 'published';
  readonly final: number;
  readonly content_hash: string;
  readonly change_note: string;
  readonly proposed_at: string;
  readonly approved_at: string | null;
  readonly published_at: string | null;
  readonly content: string | null;
  readonly facts: string;
}

export interface AgendaRow {
  readonly agenda_id: string;
  readonly meeting_kind: 'conference' | 'session';
  readonly meeting_id: string;
  readonly data: string;
  readonly facts: string;
  readonly revision: number;
}

const toSummary = (row: VersionRow): AgendaVersionSummary => ({
  agendaId: row.agenda_id,
  version: row.version,
  status: row.status,
  final: row.final === 1,
  contentHash: row.content_hash,
  changeNote: JSON.parse(row.change_note) as Bilingual,
  proposedAt: row.proposed_at as Instant,
  approvedAt: row.approved_at as Instant | null,
  publishedAt: row.published_at as Instant | null,
});

/** The agenda's own row, or null. */
export const agendaRow = (db: ReadDatabase, agendaId: string): AgendaRow | null =>
  db.get<AgendaRow>('SELECT * FROM agenda WHERE agenda_id = ?', agendaId) ?? null;

/** What a row says once, when it was opened or retitled. */
export const openingOf = ({ data }: AgendaRow): { readonly title: Bilingual; readonly themeSetId: string | null } =>
  JSON.parse(data) as { readonly title: Bilingual; readonly themeSetId: string | null };

/** The version between proposal and publication, or null. */
export const pendingVersion = (db: ReadDatabase, agendaId: string): PendingVersionView | null => {
  const row = db.get<VersionRow>("SELECT * FROM agenda_version WHERE agenda_id = ? AND status <> 'published'", agendaId);
  return row === undefined
    ? null
    : { ...toSummary(row), ...(JSON.parse(row.facts) as Omit<PendingVersionView, keyof AgendaVersionSummary>) };
};

/** Languages in which something was missing from a version with a named officer's leave (BR-16). */
export const waivedLanguages = (db: ReadDatabase, agendaId: string, version: number): PendingVersionView['parityWaivers'] => {
  const sql = "SELECT facts -> '$.parityWaivers' AS waivers FROM agenda_version WHERE agenda_id = ? AND version = ?";
  return JSON.parse(db.get<{ waivers: string }>(sql, agendaId, version)?.waivers ?? '[]') as PendingVersionView['parityWaivers'];
};

const byStart = (a: AgendaProgramme['slots'][number], b: AgendaProgramme['slots'][number]): number =>
  a.start.instant < b.start.instant || (a.start.instant === b.start.instant && a.slotId < b.slotId) ? -1 : 1;

const programmeOf = (db: ReadDatabase, agendaId: string): AgendaProgramme => ({
  days: [...partsOf<AgendaProgramme['days'][number]>(db, agendaId, 'day')].sort((a, b) => (a.date < b.date ? -1 : 1)),
  rooms: partsOf(db, agendaId, 'room'),
  slots: [...partsOf<AgendaProgramme['slots'][number]>(db, agendaId, 'slot')].sort(byStart),
});

/** What a version would show that is taken from the working agenda as it stands; equal to what the domain would freeze. */
export const workingContent = (db: ReadDatabase, agendaId: string, title: Bilingual, version: number, final: boolean): AgendaContent => {
  const items = partsOf<AgendaContent['headings'][number]['items'][number]>(db, agendaId, 'item');
  const headings = partsOf<Omit<AgendaContent['headings'][number], 'items'>>(db, agendaId, 'heading');
  const programme = programmeOf(db, agendaId);
  const cancelled = partsOf<NonNullable<AgendaContent['cancelled']>[number]>(db, agendaId, 'trace');
  return {
    agendaId,
    version,
    title,
    headings: headings.map((heading) => ({ ...heading, items: items.filter(({ headingId }) => headingId === heading.headingId) })),
    omittedPriorities: partsOf(db, agendaId, 'omission'),
    ...(programme.days.length + programme.rooms.length + programme.slots.length === 0 ? {} : { programme }),
    ...(cancelled.length === 0 ? {} : { cancelled }),
    ...(final ? { final } : {}),
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

/** The agenda that was published last, in its latest version; null as long as none is. */
export const latestPublishedAgenda = (db: ReadDatabase): AgendaVersionView | null => {
  const sql = "SELECT agenda_id FROM agenda_version WHERE status = 'published' ORDER BY published_at DESC, agenda_id LIMIT 1";
  const row = db.get<{ agenda_id: string }>(sql);
  return row === undefined ? null : agendaVersion(db, row.agenda_id, null);
};

const toEntry = (row: AgendaRow, published: AgendaVersionView | null, title: Bilingual): AgendaEntry => {
  const { adopted, closed } = JSON.parse(row.facts) as { readonly adopted?: object | null; readonly closed?: object | null };
  return {
    agendaId: row.agenda_id,
    meeting: { kind: row.meeting_kind, id: row.meeting_id },
    title,
    publishedVersion: published?.version ?? 0,
    publishedAt: published?.publishedAt ?? null,
    final: published?.final ?? false,
    adopted: adopted != null,
    closed: closed != null,
  };
};

/** Every agenda by its id: for the Secretariat those that are being built too, for everybody else those with a published version. */
export const agendas = (db: ReadDatabase, viewer: Viewer): readonly AgendaEntry[] =>
  db.all<AgendaRow>('SELECT * FROM agenda ORDER BY agenda_id').flatMap((row) => {
    const published = agendaVersion(db, row.agenda_id, null);
    if (viewer.kind === 'internal') return [toEntry(row, published, openingOf(row).title)];
    return published === null ? [] : [toEntry(row, published, published.content.title)];
  });
