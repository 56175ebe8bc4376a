import type { Bilingual, Instant } from '../../../domain/src/index.ts';
import { memberOnDay } from '../member-directory/name-on-day.ts';
import { countUpTo, cursorOf, keyOf, mostCounted, pageFrom, pageLimits } from '../paging.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { ClockPauseView, OverdueView, Page, ReceiptChannel, TriageEntry, TriageFilter, TriageOrder } from '../views.ts';

interface ItemRow {
  readonly contribution_id: string;
  readonly kind: 'practice' | 'topic';
  readonly reference: string;
  readonly member: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
  readonly region: string | null;
  readonly title: string;
  readonly language: 'en' | 'fr';
  readonly primary_theme: string;
  readonly secondary_themes: string;
  readonly late: number;
  readonly channel: ReceiptChannel;
  readonly submitted_at: string;
  readonly recorded_at: string;
  readonly stage: string;
  readonly policy: string;
  readonly running: number;
  readonly place: number;
  readonly pauses: string;
  readonly asked: string | null;
  readonly overdue: string;
  readonly translations: string;
  readonly revision: number;
}

interface Condition {
  readonly sql: string;
  readonly cells: readonly Cell[];
}

const overdueIs = (overdue: string | undefined): readonly (readonly [string, string | null | undefined])[] => [
  ["t.overdue <> '{}'", overdue === 'true' ? null : undefined],
  ["t.overdue = '{}'", overdue === 'false' ? null : undefined],
  [
    "t.overdue <> '{}' AND EXISTS (SELECT 1 FROM json_each(t.overdue) o WHERE o.key = ?)",
    overdue === 'true' || overdue === 'false' ? undefined : overdue,
  ],
];

const flag = (word: string | undefined, whenTrue: string): string | undefined =>
  word === undefined ? undefined : word === whenTrue ? '1' : '0';

/** What waits, as far as it is asked for. */
const conditionOf = (filter: TriageFilter): Condition => {
  const wanted: readonly (readonly [string, string | null | undefined])[] = [
    ['t.kind = ?', filter.kind],
    ['t.stage = ?', filter.stage],
    ['t.language = ?', filter.language],
    ['t.channel = ?', filter.channel],
    ['t.theme = ?', filter.theme],
    ['t.member = ?', filter.member],
    ['t.late = CAST(? AS INTEGER)', flag(filter.late, 'true')],
    ['t.running = CAST(? AS INTEGER)', flag(filter.clock, 'running')],
    ...overdueIs(filter.overdue),
  ];
  const used = wanted.filter((pair): pair is readonly [string, string | null] => pair[1] !== undefined);
  return {
    sql: ['t.waiting = 1', ...used.map(([sql]) => sql)].join(' AND '),
    cells: used.flatMap(([, cell]) => (cell === null ? [] : [cell])),
  };
};

const tables = 'triage_item t JOIN contribution c ON c.contribution_id = t.contribution_id';

const columns = `t.contribution_id, t.kind, c.reference, c.member, ${memberOnDay('name_en', 'c.member', 'c.submitted_at')} AS name_en,
  ${memberOnDay('name_fr', 'c.member', 'c.submitted_at')} AS name_fr, ${memberOnDay('region', 'c.member', 'c.submitted_at')} AS region,
  c.content ->> '$.title' AS title, t.language, t.theme AS primary_theme, c.secondary_themes, t.late, t.channel, c.submitted_at, t.recorded_at,
  t.stage, t.policy, t.running, t.place, t.pauses, c.facts -> '$.clarification' AS asked, t.overdue,
  (SELECT v.revision FROM told_revision v WHERE v.stream = t.kind || '-' || t.contribution_id) AS revision,
  (SELECT json_group_array(json_object('field', r.field, 'status', CASE WHEN r.translated_hash <> r.source_hash THEN 'stale' ELSE r.status END))
     FROM translation r WHERE r.object = t.kind AND r.id = t.contribution_id) AS translations`;

/** Where a page begins: after so many milliseconds of age, counted at one instant for all pages. */
interface Start {
  readonly now: number;
  readonly age: number;
  readonly after: string;
}

const beginning = (now: Instant): Start => ({ now: Date.parse(now), age: Number.MAX_SAFE_INTEGER, after: '' });

const startOf = (cursor: string): Start | null => {
  const [now, age, after] = keyOf(cursor, 3) ?? [];
  const isNumber = (text: string | undefined): text is string => text !== undefined && /^\d{1,16}$/.test(text);
  return isNumber(now) && isNumber(age) && after !== undefined ? { now: Number(now), age: Number(age), after } : null;
};

/** One half of the queue, oldest first: those whose clock runs, or those whose clock stands still. Each is a walk along the index. */
const half = (db: ReadDatabase, condition: Condition, running: 1 | 0, { now, age, after }: Start, limit: number): readonly ItemRow[] =>
  db.all<ItemRow>(
    `SELECT ${columns} FROM ${tables} WHERE ${condition.sql} AND t.running = ? AND (t.place, t.contribution_id) > (?, ?)
     ORDER BY t.place, t.contribution_id LIMIT ?`,
    ...condition.cells,
    running,
    running === 1 ? now - age : -age,
    after,
    limit,
  );

const ageOf = ({ running, place }: ItemRow, now: number): number => Math.max(0, running === 1 ? now - place : -place);

const toOverdue = (text: string): readonly OverdueView[] =>
  Object.entries(JSON.parse(text) as Readonly<Record<string, Omit<OverdueView, 'deadline'>>>).map(([deadline, when]) => ({
    deadline,
    ...when,
  }));

const toAsked = (text: string | null): TriageEntry['asked'] => {
  if (text === null) return null;
  const { questions, dueAt } = JSON.parse(text) as NonNullable<TriageEntry['asked']>;
  return { questions, dueAt };
};

const toTranslation = ({ language, translations }: ItemRow): TriageEntry['translation'] => {
  const fields = JSON.parse(translations) as TriageEntry['translation']['fields'];
  const isReady = fields.length > 0 && fields.every(({ status }) => status === 'certified');
  return { to: language === 'en' ? 'fr' : 'en', neededBeforeCirculation: !isReady, fields };
};

const nameOf = ({ name_en, name_fr, member }: ItemRow): Bilingual => ({ en: name_en ?? member, fr: name_fr ?? member });

const toEntry = (row: ItemRow, now: number): TriageEntry => ({
  contributionId: row.contribution_id,
  kind: row.kind,
  reference: row.reference,
  member: row.member,
  memberName: nameOf(row),
  region: row.region ?? '',
  title: row.title,
  language: row.language,
  translation: toTranslation(row),
  primaryTheme: row.primary_theme,
  secondaryThemes: JSON.parse(row.secondary_themes) as readonly string[],
  late: row.late === 1,
  channel: row.channel,
  submittedAt: row.submitted_at as Instant,
  recordedAt: row.recorded_at as Instant,
  stage: row.stage,
  policy: row.policy,
  clock: row.running === 1 ? 'running' : 'paused',
  ageSeconds: Math.floor(ageOf(row, now) / 1000),
  pauses: JSON.parse(row.pauses) as readonly ClockPauseView[],
  asked: toAsked(row.asked),
  overdue: toOverdue(row.overdue),
  revision: String(row.revision),
});

interface Wish {
  readonly now: Instant;
  readonly limit: number;
  readonly cursor: string | null;
}

type Answer = Page<TriageEntry> | { readonly code: 'paging.bad_cursor' };

const byAge = (db: ReadDatabase, condition: Condition, { now, limit, cursor }: Wish, total: number): Answer => {
  const start = cursor === null ? beginning(now) : startOf(cursor);
  if (start === null) return { code: 'paging.bad_cursor' };
  const rows = [...half(db, condition, 1, start, limit + 1), ...half(db, condition, 0, start, limit + 1)].sort(
    (one, two) => ageOf(two, start.now) - ageOf(one, start.now) || (one.contribution_id < two.contribution_id ? -1 : 1),
  );
  const last = rows.slice(0, limit).at(-1);
  const exact = total <= mostCounted ? { total } : { total: mostCounted, totalIsMore: true };
  const next = rows.length > limit && last !== undefined ? [start.now, ageOf(last, start.now), last.contribution_id].map(String) : null;
  return { items: rows.slice(0, limit).map((row) => toEntry(row, start.now)), ...exact, next: next === null ? null : cursorOf(next) };
};

const orders = { member: 'member', theme: 'theme', state: 'stage' } as const;

/** The queue by another order than age; within it, by id. Each page is a walk over what waits, which is never more than some hundreds. */
const inOrder = (db: ReadDatabase, condition: Condition, order: TriageOrder, { now, limit, cursor }: Wish, total: number): Answer => {
  const after = cursor === null ? ['', ''] : keyOf(cursor, 2);
  if (after === null) return { code: 'paging.bad_cursor' };
  const key = `t.${orders[order]}`;
  const rows = db.all<ItemRow & { readonly sort_key: string }>(
    `SELECT ${columns}, ${key} AS sort_key FROM ${tables} WHERE ${condition.sql} AND (${key}, t.contribution_id) > (?, ?)
     ORDER BY ${key}, t.contribution_id LIMIT ?`,
    ...condition.cells,
    ...after,
    limit + 1,
  );
  const keys = new Map(rows.map(({ contribution_id, sort_key }) => [contribution_id, sort_key]));
  return pageFrom(
    rows,
    limit,
    total,
    (row) => toEntry(row, Date.parse(now)),
    ({ contributionId }) => [keys.get(contributionId) ?? '', contributionId],
  );
};

/**
 * What waits to be judged, the oldest first by the time for which its clock has run, or by another order.
 *
 * @param now  the instant at which age is counted; the pages that follow by cursor go on counting at that of the first
 * @returns `{ code }` when the cursor is not one of ours
 */
export const triageQueue = (
  db: ReadDatabase,
  {
    filter,
    now,
    limit = pageLimits.usual,
    cursor = null,
    order = null,
  }: {
    readonly filter: TriageFilter;
    readonly now: Instant;
    readonly limit?: number;
    readonly cursor?: string | null;
    readonly order?: TriageOrder | null;
  },
): Page<TriageEntry> | { readonly code: 'paging.bad_cursor' } => {
  const condition = conditionOf(filter);
  const total = countUpTo(mostCounted, db, `SELECT 1 FROM triage_item t WHERE ${condition.sql}`, condition.cells);
  if (order !== null) return inOrder(db, condition, order, { now, limit, cursor }, total);
  return byAge(db, condition, { now, limit, cursor }, total);
};
