import type { Bilingual } from '../../../domain/src/index.ts';
import { regionOfMember } from '../contributions/member-conditions.ts';
import { groupings } from '../member-directory/member-directory.query.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { GroupTimes, JudgementStep, ReasonCount, StatisticsFilter, StepStatistics, StepTimes, TriageStatistics } from '../views.ts';

interface TimesRow {
  readonly region: string | null;
  readonly language: 'en' | 'fr';
  readonly recorded_at: number;
  readonly acknowledged_at: number | null;
  readonly decided_at: number | null;
  readonly released_at: number | null;
}

type Column = 'acknowledged_at' | 'decided_at' | 'released_at';

const columns: readonly (readonly [JudgementStep, Column])[] = [
  ['acknowledgement', 'acknowledged_at'],
  ['decision', 'decided_at'],
  ['release', 'released_at'],
];

/** The value below or at which a part of the values lies; they are in order. @param part  above 0, up to 1 */
const percentile = (seconds: readonly number[], part: number): number | null => seconds[Math.ceil(part * seconds.length) - 1] ?? null;

const timesOf = (rows: readonly TimesRow[], column: Column): StepTimes => {
  const seconds = rows
    .flatMap((row) => (row[column] === null ? [] : [Math.floor((row[column] - row.recorded_at) / 1000)]))
    .sort((one, two) => one - two);
  return {
    count: seconds.length,
    waiting: rows.length - seconds.length,
    medianSeconds: percentile(seconds, 0.5),
    p90Seconds: percentile(seconds, 0.9),
  };
};

interface Named {
  readonly code: string;
  readonly name: Bilingual;
}

const languages: readonly Named[] = [
  { code: 'en', name: { en: 'English', fr: 'Anglais' } },
  { code: 'fr', name: { en: 'French', fr: 'Français' } },
];

interface Filtered {
  readonly sql: string;
  readonly cells: readonly Cell[];
}

const filtered = ({ callId, kind }: StatisticsFilter): Filtered => {
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['c.call_id = ?', callId],
    ['c.kind = ?', kind],
  ];
  const used = wanted.flatMap(([sql, cell]) => (cell === undefined ? [] : [{ sql, cell }]));
  return { sql: ['1', ...used.map(({ sql }) => sql)].join(' AND '), cells: used.map(({ cell }) => cell) };
};

interface ReasonRow {
  readonly kind: ReasonCount['kind'];
  readonly act: string;
  readonly code: string;
  readonly region: string | null;
  readonly language: string;
  readonly count: number;
}

const sum = (rows: readonly ReasonRow[]): number => rows.reduce((total, { count }) => total + count, 0);

const reasonCount = (rows: readonly ReasonRow[], { kind, act, code }: ReasonRow, regions: readonly Named[]): ReasonCount => ({
  kind,
  act,
  code,
  count: sum(rows),
  byRegion: regions.map((one) => ({ code: one.code, name: one.name, count: sum(rows.filter(({ region }) => region === one.code)) })),
  byLanguage: languages.map((one) => ({ ...one, count: sum(rows.filter(({ language }) => language === one.code)) })),
});

/** Topics before practices, then by act, the most frequent first. */
const inOrder = (one: ReasonCount, two: ReasonCount): number => {
  if (one.kind !== two.kind) return one.kind < two.kind ? 1 : -1;
  if (one.act !== two.act) return one.act < two.act ? -1 : 1;
  return two.count - one.count || (one.code < two.code ? -1 : 1);
};

const reasonsWhere = (db: ReadDatabase, { sql, cells }: Filtered, regions: readonly Named[]): readonly ReasonCount[] => {
  const rows = db.all<ReasonRow>(
    `SELECT r.kind, r.act, r.code, ${regionOfMember} AS region, t.language, count(*) AS count FROM reason_given r
     JOIN contribution c ON c.contribution_id = r.contribution_id JOIN triage_item t ON t.contribution_id = r.contribution_id
     WHERE ${sql} GROUP BY r.kind, r.act, r.code, 4, t.language`,
    ...cells,
  );
  const byReason = Map.groupBy(rows, ({ kind, act, code }) => `${kind} ${act} ${code}`);
  return [...byReason.values()].flatMap((own) => (own[0] === undefined ? [] : [reasonCount(own, own[0], regions)])).sort(inOrder);
};

/**
 * How contributions were judged: for which coded reasons, and how long each step took, by region and language. For internal viewers.
 *
 * @param day  the date in Brussels: regions are named as on that day; each Member counts for its region of the day it submitted
 */
export const triageStatistics = (db: ReadDatabase, filter: StatisticsFilter, day: string): TriageStatistics => {
  const condition = filtered(filter);
  const rows = db.all<TimesRow>(
    `SELECT ${regionOfMember} AS region, t.language, j.recorded_at, j.acknowledged_at, j.decided_at, j.released_at
     FROM judgement j JOIN contribution c ON c.contribution_id = j.contribution_id JOIN triage_item t ON t.contribution_id = j.contribution_id
     WHERE ${condition.sql}`,
    ...condition.cells,
  );
  const regions = groupings(db, day).filter(({ kind }) => kind === 'region');
  const group = (column: Column, own: readonly TimesRow[], { code, name }: Named): GroupTimes => ({
    code,
    name,
    ...timesOf(own, column),
  });
  const times = columns.map(([step, column]): StepStatistics => {
    const byRegion = regions.map((region) => {
      const own = rows.filter((row) => row.region === region.code);
      return group(column, own, region);
    });
    const byLanguage = languages.map((language) => {
      const own = rows.filter((row) => row.language === language.code);
      return group(column, own, language);
    });
    return { step, all: timesOf(rows, column), byRegion, byLanguage };
  });
  return { contributions: rows.length, reasons: reasonsWhere(db, condition, regions), times };
};
