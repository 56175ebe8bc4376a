import {
  differentHits,
  excerpt,
  marked,
  soughtGroups,
  soughtIn,
  soughtLanguage,
  type Sought,
  type SoughtGroup,
} from '../../../text/src/index.ts';
import { permitted, type Condition } from '../contributions/permitted.ts';
import { cursorOf, keyOf, pageLimits } from '../paging.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { SearchAnswer, SearchHit, Viewer } from '../views.ts';
import type { SearchKind } from './entries.ts';

/** What is looked for, and where. */
export interface SearchQuestion {
  /** Words, `"words in a row"`, `begin*`, `-without`. */
  readonly words: string;
  readonly kinds: readonly SearchKind[];
  /** Look in texts of this language only; null for both. */
  readonly language: 'en' | 'fr' | null;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One group in the language of the index. Stems hold letters and digits only, and are quoted all the same. */
const groupOf = ({ stems, prefix }: Sought['groups'][number]): string => {
  const phrase = quoted(stems.join(' '));
  if (prefix === null) return phrase;
  return stems.length === 0 ? `${quoted(prefix)} *` : `(${phrase} AND ${quoted(prefix)} *)`;
};

const expressionIn = ({ language, groups }: Sought, joined: 'AND' | 'OR'): string | null => {
  const wanted = groups.filter(({ isExcluded }) => !isExcluded).map(groupOf);
  const excluded = groups.filter(({ isExcluded }) => isExcluded).map(groupOf);
  if (wanted.length === 0) return null;
  const all = `(${wanted.join(` ${joined} `)})`;
  return `{title_${language} body_${language}} : (${excluded.length === 0 ? all : `${all} NOT (${excluded.join(' OR ')})`})`;
};

/** What is looked for, in every language it is looked for in; empty when that is nothing. */
const matchOf = (sought: readonly Sought[], joined: 'AND' | 'OR'): string =>
  sought.flatMap((each) => expressionIn(each, joined) ?? []).join(' OR ');

/** Whom an entry is shown to: what is open to all, contributions by the one rule for them, the rest to the Secretariat. */
const visible = (viewer: Viewer): Condition => {
  if (viewer.kind === 'internal') return { sql: '1', cells: [] };
  const may = permitted(viewer);
  return { sql: `(e.is_open = 1 OR (c.contribution_id IS NOT NULL AND ${may.sql}))`, cells: may.cells };
};

const contributionsToo = "LEFT JOIN contribution c ON e.kind IN ('topic', 'practice') AND c.contribution_id = e.id";

interface HitRow {
  readonly kind: SearchKind;
  readonly id: string;
  readonly parent: string;
  readonly title_en: string;
  readonly body_en: string;
  readonly title_fr: string;
  readonly body_fr: string;
  readonly total: number;
}

interface Range {
  readonly from: number;
  readonly limit: number;
}

/** A word in the title counts as four in the text. */
const searchSql = (condition: string): string => `
  WITH found AS MATERIALIZED (SELECT rowid AS place, bm25(search_index, 4, 1, 4, 1) AS rank FROM search_index WHERE search_index MATCH ?),
       shown AS (
         SELECT e.kind, e.id, e.parent, e.place, found.rank, count(*) OVER () AS total
           FROM found JOIN search_entry e ON e.place = found.place ${contributionsToo}
          WHERE ${condition} AND e.kind IN (SELECT value FROM json_each(?))
          ORDER BY found.rank, e.place LIMIT ? OFFSET ?)
  SELECT shown.*, t.title_en, t.body_en, t.title_fr, t.body_fr FROM shown JOIN search_text t ON t.place = shown.place
   ORDER BY shown.rank, shown.place`;

const rowsFor = (
  db: ReadDatabase,
  match: string,
  kinds: readonly SearchKind[],
  viewer: Viewer,
  { from, limit }: Range,
): readonly HitRow[] => {
  if (match === '') return [];
  const { sql, cells } = visible(viewer);
  return db.all<HitRow>(searchSql(sql), match, ...cells, JSON.stringify(kinds), limit, from);
};

const textIn = (row: HitRow, language: 'en' | 'fr'): { readonly title: string; readonly body: string } =>
  language === 'en' ? { title: row.title_en, body: row.body_en } : { title: row.title_fr, body: row.body_fr };

/** Shown in the language that has more of what was looked for. */
const toHit = (row: HitRow, sought: readonly Sought[]): SearchHit => {
  const [first, ...others] = sought.map((each) => {
    const { title, body } = textIn(row, each.language);
    return { each, title, body, hits: differentHits(`${title}\n${body}`, each) };
  });
  const best = others.reduce((one, two) => (two.hits > (one?.hits ?? -1) ? two : one), first);
  const { kind, id, parent } = row;
  if (best === undefined) return { kind, id, parent, language: 'en', title: [], excerpt: [] };
  const { each, title, body } = best;
  return { kind, id, parent, language: each.language, title: marked(title, each), excerpt: excerpt(body, each) };
};

interface Attempt {
  readonly joined: 'AND' | 'OR';
  readonly matched: 'all' | 'any';
}

/** First everything that is looked for at once; when nothing has it all, whatever has some of it. A later page keeps to its first. */
const attempts = (groups: readonly SoughtGroup[], mode: string): readonly Attempt[] => {
  const all = { joined: 'AND', matched: 'all' } as const;
  const any = { joined: 'OR', matched: 'any' } as const;
  const several = groups.filter(({ isExcluded }) => !isExcluded).length > 1;
  return (several ? [all, any] : [all]).filter(({ matched }) => mode === '' || matched === mode);
};

/** Where a page begins, and what its first page matched; null when the cursor is not one of ours. */
const startOf = (cursor: string | null): { readonly from: number; readonly mode: string } | null => {
  if (cursor === null) return { from: 0, mode: '' };
  const [after = '', mode = ''] = keyOf(cursor, 2) ?? [];
  return /^\d{1,9}$/.test(after) ? { from: Number(after), mode } : null;
};

interface Found {
  readonly matched: 'all' | 'any' | 'none';
  readonly rows: readonly HitRow[];
}

/** The first attempt that finds something. */
const firstFound = (tries: readonly Attempt[], find: (joined: 'AND' | 'OR') => readonly HitRow[]): Found => {
  for (const { joined, matched } of tries) {
    const rows = find(joined);
    if (rows.length > 0) return { matched, rows };
  }
  return { matched: 'none', rows: [] };
};

/**
 * Finds by words, whatever their inflection, case and accents, only what the viewer may know of; the best first, one page of them.
 * Rank is by BM25 over everything that was ever entered; counts are of what is shown.
 *
 * @param cursor  of an earlier page, or null
 * @returns `{ code }` when the cursor is not one of ours
 */
export const search = (
  db: ReadDatabase,
  { words, kinds, language }: SearchQuestion,
  viewer: Viewer,
  { limit = pageLimits.usual, cursor = null }: { readonly limit?: number; readonly cursor?: string | null } = {},
): SearchAnswer | { readonly code: 'paging.bad_cursor' } => {
  const start = startOf(cursor);
  if (start === null) return { code: 'paging.bad_cursor' };
  const groups = soughtGroups(words);
  const sought = (language === null ? (['en', 'fr'] as const) : [language]).map((each) => soughtIn(groups, each));
  const { matched, rows } = firstFound(attempts(groups, start.mode), (joined) =>
    rowsFor(db, matchOf(sought, joined), kinds, viewer, { from: start.from, limit }),
  );
  const total = rows[0]?.total ?? 0;
  return {
    language: language ?? soughtLanguage(groups),
    matched,
    total,
    next: start.from + limit < total ? cursorOf([String(start.from + limit), matched]) : null,
    items: rows.map((row) => toHit(row, sought)),
  };
};

/** Whether the viewer may find an object at all. */
export const mayFind = (db: ReadDatabase, { kind, id }: Pick<SearchHit, 'kind' | 'id'>, viewer: Viewer): boolean => {
  const { sql, cells } = visible(viewer);
  return (
    db.get(`SELECT 1 FROM search_entry e ${contributionsToo} WHERE e.kind = ? AND e.id = ? AND ${sql}`, kind, id, ...cells) !== undefined
  );
};
