import { itemLabel, type Bilingual, type ContributionRelease, type Instant } from '../../../domain/src/index.ts';
import { countUpTo, cursorOf, keyOf, mostCounted, pageLimits } from '../paging.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ContributionDossier, ContributionFilter, ContributionStage, ContributionView, Page, Viewer } from '../views.ts';
import { permitted, type Condition } from './permitted.ts';

interface ContributionRow {
  readonly contribution_id: string;
  readonly kind: 'practice' | 'topic';
  readonly primary_theme: string;
  readonly secondary_themes: string;
  readonly stage: Exclude<ContributionStage, 'published'>;
  readonly acknowledged_at: string | null;
  readonly recommendation: string | null;
  readonly decision: string | null;
  readonly agenda_line: string | null;
  readonly revision: number;
  readonly release: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
  readonly region: string | null;
}

interface Line {
  readonly agendaId: string;
  readonly version: number;
  readonly itemId: string;
  readonly number: number;
  readonly letter: string;
}

const from = 'FROM contribution c LEFT JOIN member m ON m.code = c.member';
const columns = 'c.*, m.name_en, m.name_fr, m.region';

/** The stage as shown: nothing internal reaches an addressee before it is published (DESIGN §6). */
const shownStage = (viewer: Viewer): string =>
  viewer.kind === 'internal'
    ? "CASE WHEN c.agenda_line IS NOT NULL THEN 'published' ELSE c.stage END"
    : "CASE WHEN c.agenda_line IS NOT NULL THEN 'published' WHEN c.stage IN ('recommended', 'accepted', 'declined') THEN 'classified' ELSE c.stage END";

const filtered = (filter: ContributionFilter, viewer: Viewer): Condition => {
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['c.kind = ?', filter.kind],
    ['c.member = ?', filter.member],
    ['c.primary_theme = ?', filter.theme],
    [`${shownStage(viewer)} = ?`, filter.stage],
    ['c.guidance_id = ?', filter.guidanceId],
  ];
  const used = wanted.flatMap(([sql, cell]) => (cell === undefined ? [] : [{ sql, cells: [cell] }]));
  const all = [permitted(viewer), ...used];
  return { sql: all.map(({ sql }) => sql).join(' AND '), cells: all.flatMap(({ cells }) => cells) };
};

const toView = (row: ContributionRow & { readonly shown: ContributionStage }): ContributionView => {
  const { contributionId, reference, member, guidanceId, callId, submittedAt, content } = JSON.parse(row.release) as ContributionRelease;
  const memberName: Bilingual = { en: row.name_en ?? member, fr: row.name_fr ?? member };
  return {
    contributionId,
    kind: row.kind,
    reference,
    member,
    memberName,
    region: row.region ?? '',
    guidanceId,
    callId,
    title: content.title,
    language: content.language,
    primaryTheme: row.primary_theme,
    secondaryThemes: JSON.parse(row.secondary_themes) as readonly string[],
    submittedAt,
    stage: row.shown,
    revision: String(row.revision),
  };
};

/** Contributions in the order they were received, one page of them. `{ code }` when the cursor is not one of ours. */
export const contributions = (
  db: ReadDatabase,
  {
    filter,
    viewer,
    limit = pageLimits.usual,
    cursor = null,
  }: { readonly filter: ContributionFilter; readonly viewer: Viewer; readonly limit?: number; readonly cursor?: string | null },
): Page<ContributionView> | { readonly code: 'paging.bad_cursor' } => {
  const key = cursor === null ? ['', ''] : keyOf(cursor, 2);
  if (key === null) return { code: 'paging.bad_cursor' };
  const condition = filtered(filter, viewer);
  const total = countUpTo(mostCounted, db, `SELECT 1 FROM contribution c WHERE ${condition.sql}`, condition.cells);
  const rows = db.all<ContributionRow & { shown: ContributionStage }>(
    `SELECT ${columns}, ${shownStage(viewer)} AS shown ${from} WHERE ${condition.sql} AND (c.submitted_at, c.contribution_id) > (?, ?) ORDER BY c.submitted_at, c.contribution_id LIMIT ?`,
    ...condition.cells,
    ...key,
    limit + 1,
  );
  const items = rows.slice(0, limit).map(toView);
  const last = items.at(-1);
  const exact = total <= mostCounted ? { total } : { total: mostCounted, totalIsMore: true };
  return { items, ...exact, next: rows.length > limit && last !== undefined ? cursorOf([last.submittedAt, last.contributionId]) : null };
};

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

/** The whole file of one contribution, or null: also when the viewer may not know of it. */
export const contribution = (db: ReadDatabase, contributionId: string, viewer: Viewer): ContributionDossier | null => {
  const may = permitted(viewer);
  const row = db.get<ContributionRow & { shown: ContributionStage }>(
    `SELECT ${columns}, ${shownStage(viewer)} AS shown ${from} WHERE c.contribution_id = ? AND ${may.sql}`,
    contributionId,
    ...may.cells,
  );
  if (row === undefined) return null;
  const { content, contentHash, draftedBy, releasedBy } = JSON.parse(row.release) as ContributionRelease;
  const line = parsed<Line>(row.agenda_line);
  const internal = viewer.kind === 'internal';
  return {
    ...toView(row),
    content,
    contentHash,
    draftedBy,
    releasedBy,
    acknowledgedAt: row.acknowledged_at as Instant | null,
    recommendation: internal ? parsed(row.recommendation) : null,
    decision: internal ? parsed(row.decision) : null,
    agendaLine:
      line === null
        ? null
        : { agendaId: line.agendaId, version: line.version, itemId: line.itemId, label: itemLabel(line.number, line.letter) },
  };
};

/** The Member that sent a contribution, or null when there is none. */
export const memberOfContribution = (db: ReadDatabase, contributionId: string): string | null =>
  db.get<{ member: string }>('SELECT member FROM contribution WHERE contribution_id = ?', contributionId)?.member ?? null;
