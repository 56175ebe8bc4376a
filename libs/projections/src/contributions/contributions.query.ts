import { type Bilingual, type ContributionRelease, type Instant } from '../../../domain/src/index.ts';
import { countUpTo, keyOf, mostCounted, pageFrom, pageLimits } from '../paging.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ContributionDossier, ContributionFilter, ContributionStage, ContributionView, Page, Viewer } from '../views.ts';
import { memberOnDay } from '../member-directory/name-on-day.ts';
import { shownRevision } from '../told-revisions/shown-revision.ts';
import { isTold } from '../effective-audience.ts';
import { editionsOf, entryOf, lineOf, parsed, sponsorsOf } from './dossier-parts.ts';
import { isLandlocked, isOfCommunity, isStanding, regionOfMember } from './member-conditions.ts';
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
  readonly release: string;
  readonly late: number;
  readonly edition: number;
  readonly content: string;
  readonly content_hash: string;
  readonly facts: string;
  readonly internal_facts: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
  readonly region: string | null;
}

const from = 'FROM contribution c';
// Names and regions are those of the day on which it was submitted (BR-26).
const onTheDay = (column: 'name_en' | 'name_fr' | 'region'): string => `${memberOnDay(column, 'c.member', 'c.submitted_at')} AS ${column}`;
const columns = `c.*, ${onTheDay('name_en')}, ${onTheDay('name_fr')}, ${onTheDay('region')}`;

const stream = "c.kind || '-' || c.contribution_id";

/** The last decision that a released batch has told, unless the contribution was opened again in the open since. */
const toldDecision = (column: 'outcome' | 'decision'): string =>
  `(SELECT d.${column} FROM contribution_decision d WHERE d.contribution_id = c.contribution_id AND d.revision > c.told_since
     AND ${isTold(stream, 'd.revision')} ORDER BY d.revision DESC LIMIT 1)`;

/** The stage as shown: nothing internal reaches an addressee before its release (DESIGN §6). */
export const shownStage = (viewer: Viewer): string => {
  const inner = viewer.kind === 'internal' ? `c.stage` : `coalesce(${toldDecision('outcome')}, c.told_stage)`;
  return `CASE WHEN c.agenda_line IS NOT NULL AND c.told_stage <> 'withdrawn' THEN 'published' ELSE ${inner} END`;
};

/** The decision as the viewer may know it. */
export const shownDecision = (viewer: Viewer): string => (viewer.kind === 'internal' ? `c.decision` : toldDecision('decision'));

const filtered = (filter: ContributionFilter, viewer: Viewer): Condition => {
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['c.kind = ?', filter.kind],
    ['c.member = ?', filter.member],
    ['c.primary_theme = ?', filter.theme],
    [`${shownStage(viewer)} = ?`, filter.stage],
    ['c.guidance_id = ?', filter.guidanceId],
    ['c.call_id = ?', filter.callId],
    [`${regionOfMember} = ?`, filter.region],
    [isOfCommunity, filter.community],
    [`${isLandlocked} = (? = 'true')`, filter.landlocked],
    [`(${isStanding}) = (? = 'true')`, filter.standing],
  ];
  const used = wanted.flatMap(([sql, cell]) => (cell === undefined ? [] : [{ sql, cells: [cell] }]));
  const all = [permitted(viewer), ...used];
  return { sql: all.map(({ sql }) => sql).join(' AND '), cells: all.flatMap(({ cells }) => cells) };
};

/** Whether the viewer stands or stood behind a contribution, or handles it. */
const contributionIsOf = (db: ReadDatabase, contributionId: string, viewer: Viewer): boolean => {
  if (viewer.kind !== 'member') return viewer.kind === 'internal';
  const sql = 'SELECT 1 AS found FROM contribution_sponsor WHERE contribution_id = ? AND member = ?';
  return db.get(sql, contributionId, viewer.member) !== undefined;
};

/** Whether the viewer is told what is told to the Members behind a contribution now. */
const isAddressee = (db: ReadDatabase, contributionId: string, viewer: Viewer): boolean => {
  if (viewer.kind !== 'member') return viewer.kind === 'internal';
  const sql = 'SELECT 1 AS found FROM contribution_sponsor WHERE contribution_id = ? AND member = ? AND until IS NULL';
  return db.get(sql, contributionId, viewer.member) !== undefined;
};

const revisionOf = (db: ReadDatabase, { kind, contribution_id }: ContributionRow, viewer: Viewer): string =>
  shownRevision(db, { stream: `${kind}-${contribution_id}`, isAddressee: isAddressee(db, contribution_id, viewer) }, viewer);

const toView = (db: ReadDatabase, row: ContributionRow & { readonly shown: ContributionStage }, viewer: Viewer): ContributionView => {
  const { contributionId, reference, member, guidanceId, callId, submittedAt } = JSON.parse(row.release) as ContributionRelease;
  const content = JSON.parse(row.content) as ContributionRelease['content'];
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
    late: row.late === 1,
    stage: row.shown,
    revision: revisionOf(db, row, viewer),
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
  return pageFrom(
    rows,
    limit,
    total,
    (row) => toView(db, row, viewer),
    (last) => [last.submittedAt, last.contributionId],
  );
};

/** The whole file of one contribution, or null: also when the viewer may not know of it. */
export const contribution = (db: ReadDatabase, contributionId: string, viewer: Viewer): ContributionDossier | null => {
  const may = permitted(viewer);
  const row = db.get<ContributionRow & { shown: ContributionStage; shown_decision: string | null }>(
    `SELECT ${columns}, ${shownStage(viewer)} AS shown, ${shownDecision(viewer)} AS shown_decision ${from} WHERE c.contribution_id = ? AND ${may.sql}`,
    contributionId,
    ...may.cells,
  );
  if (row === undefined) return null;
  const { draftedBy, releasedBy } = JSON.parse(row.release) as ContributionRelease;
  const internal = viewer.kind === 'internal';
  // Everybody sees what is published; how it came there is for its Members and the Secretariat.
  const involved = contributionIsOf(db, contributionId, viewer);
  return {
    ...toView(db, row, viewer),
    content: JSON.parse(row.content) as ContributionRelease['content'],
    contentHash: row.content_hash,
    edition: row.edition,
    draftedBy,
    releasedBy,
    acknowledgedAt: row.acknowledged_at as Instant | null,
    recommendation: internal ? parsed(row.recommendation) : null,
    decision: involved ? parsed(row.shown_decision) : null,
    agendaLine: lineOf(row.agenda_line),
    sponsors: sponsorsOf(db, contributionId),
    entry: involved ? entryOf(row.facts) : null,
    editions: involved ? editionsOf(db, contributionId) : [],
    facts: involved ? (JSON.parse(row.facts) as ContributionDossier['facts']) : {},
    internalFacts: internal ? (JSON.parse(row.internal_facts) as ContributionDossier['facts']) : {},
  };
};

/** The Member that sent a contribution, or null when there is none. */
export const memberOfContribution = (db: ReadDatabase, contributionId: string): string | null =>
  db.get<{ member: string }>('SELECT member FROM contribution WHERE contribution_id = ?', contributionId)?.member ?? null;
