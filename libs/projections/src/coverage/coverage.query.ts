import type { AgendaContent, Bilingual } from '../../../domain/src/index.ts';
import { agendaVersion, openingOf, workingContent, type AgendaRow } from '../agenda/agenda.query.ts';
import { calls } from '../calls/calls.query.ts';
import { isLandlocked, isStanding, regionOfMember } from '../contributions/member-conditions.ts';
import { groupings, members, themeSet } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { CoverageCell, CoverageColumn, CoverageCounts, CoverageTheme, CoverageView, GroupingView, Viewer } from '../views.ts';

interface Submission {
  readonly kind: 'practice' | 'topic';
  readonly theme: string;
  readonly member: string;
  readonly region: string | null;
  /** Codes, one a line; null for none. */
  readonly communities: string | null;
  readonly landlocked: number;
  readonly published: number;
}

const communitiesOnDay = `(SELECT group_concat(k.community, char(10)) FROM member_community k WHERE k.code = c.member
  AND k.from_day <= substr(c.submitted_at, 1, 10) AND (k.until_day IS NULL OR k.until_day > substr(c.submitted_at, 1, 10)))`;

const submissionsTo = (db: ReadDatabase, callId: string): readonly Submission[] =>
  db.all<Submission>(
    `SELECT c.kind, c.primary_theme AS theme, c.member, ${regionOfMember} AS region, ${communitiesOnDay} AS communities,
            ${isLandlocked} AS landlocked, c.agenda_line IS NOT NULL AS published
     FROM contribution c WHERE c.call_id = ? AND ${isStanding}`,
    callId,
  );

const countsOf = (found: readonly Submission[]): CoverageCounts => ({
  topics: found.filter(({ kind }) => kind === 'topic').length,
  practices: found.filter(({ kind }) => kind === 'practice').length,
});

const membersIn = (found: readonly Submission[]): number => new Set(found.map(({ member }) => member)).size;

/** The list of contributions, filtered. */
const listOf = (callId: string, filter: Readonly<Record<string, string>>): string =>
  `/api/v1/contributions?${new URLSearchParams({ callId, standing: 'true', ...filter }).toString()}`;

/** One way of telling submissions apart: by region or by community. */
interface Dimension {
  readonly filter: 'region' | 'community';
  readonly columns: readonly GroupingView[];
  readonly isIn: (submission: Submission, code: string) => boolean;
}

const columnsOf = (found: readonly Submission[], { filter, columns, isIn }: Dimension, callId: string): readonly CoverageColumn[] =>
  columns.map(({ code, name, members: all }) => {
    const own = found.filter((submission) => isIn(submission, code));
    return { code, name, ...countsOf(own), members: membersIn(own), memberCount: all.length, href: listOf(callId, { [filter]: code }) };
  });

const cellsOf = (
  found: readonly Submission[],
  themes: readonly { readonly code: string }[],
  { filter, columns, isIn }: Dimension,
  callId: string,
): readonly CoverageCell[] =>
  themes.flatMap(({ code: theme }) =>
    columns.map(({ code: column }) => {
      const own = found.filter((submission) => submission.theme === theme && isIn(submission, column));
      return { theme, column, ...countsOf(own), isEmpty: own.length === 0, href: listOf(callId, { theme, [filter]: column }) };
    }),
  );

/** Why an agenda of the conference leaves priorities out: the Secretariat's own while it is built, the published one for all others. */
const omissionsOf = (db: ReadDatabase, conferenceId: string, viewer: Viewer): ReadonlyMap<string, Bilingual> => {
  const agendas = db.all<AgendaRow>("SELECT * FROM agenda WHERE meeting_kind = 'conference' AND meeting_id = ?", conferenceId);
  const contentOf = (row: AgendaRow): AgendaContent | undefined =>
    viewer.kind === 'internal'
      ? workingContent(db, row.agenda_id, openingOf(row).title, 1, false)
      : agendaVersion(db, row.agenda_id, null)?.content;
  const shown = agendas.flatMap((row) => contentOf(row)?.omittedPriorities ?? []);
  return new Map(shown.map(({ theme, reason }) => [theme, reason]));
};

const landlockedAmong = (db: ReadDatabase, found: readonly Submission[], callId: string, day: string): CoverageView['landlocked'] => {
  const own = found.filter(({ landlocked }) => landlocked === 1);
  return {
    ...countsOf(own),
    perMille: found.length === 0 ? 0 : Math.round((1000 * own.length) / found.length),
    members: membersIn(own),
    memberCount: members(db, day).filter(({ landlocked }) => landlocked).length,
    href: listOf(callId, { landlocked: 'true' }),
  };
};

/**
 * What a call brought, by priority, region and community; null when there is no such call. Counts of what was released are public.
 *
 * @param callId  null for the call that closes last
 * @param day  the date in Brussels: regions and communities are counted with the Members of that day
 */
export const coverage = (
  db: ReadDatabase,
  { callId, day }: { readonly callId: string | null; readonly day: string },
  viewer: Viewer,
): CoverageView | null => {
  const call = callId === null ? calls(db).at(-1) : calls(db).find((one) => one.callId === callId);
  if (call === undefined) return null;
  const found = submissionsTo(db, call.callId);
  const priorities = (themeSet(db, call.themeSetId)?.themes ?? []).filter(({ kind }) => kind === 'priority');
  const all = groupings(db, day);
  const regions: Dimension = {
    filter: 'region',
    columns: all.filter(({ kind }) => kind === 'region'),
    isIn: ({ region }, code) => region === code,
  };
  const communities: Dimension = {
    filter: 'community',
    columns: all.filter(({ kind }) => kind === 'economicCommunity'),
    isIn: ({ communities: joined }, code) => joined?.split('\n').includes(code) === true,
  };
  const omissions = omissionsOf(db, call.conferenceId, viewer);
  const themes = priorities.map(({ code, label }): CoverageTheme => {
    const own = found.filter(({ theme }) => theme === code);
    const published = own.filter((submission) => submission.published === 1).length;
    return { code, label, ...countsOf(own), published, omission: omissions.get(code) ?? null, href: listOf(call.callId, { theme: code }) };
  });
  return {
    callId: call.callId,
    conferenceId: call.conferenceId,
    total: countsOf(found),
    landlocked: landlockedAmong(db, found, call.callId, day),
    themes,
    regions: columnsOf(found, regions, call.callId),
    communities: columnsOf(found, communities, call.callId),
    byRegion: cellsOf(found, themes, regions, call.callId),
    byCommunity: cellsOf(found, themes, communities, call.callId),
  };
};
