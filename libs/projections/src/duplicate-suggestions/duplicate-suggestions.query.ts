import type { CodedReason, Instant } from '../../../domain/src/index.ts';
import {
  comparisonBy,
  keysOf,
  termsOf,
  type Compared,
  type ComparedText,
  type Comparison,
  type Match,
  type Terms,
} from '../../../text/src/index.ts';
import { cursorOf, keyOf, pageLimits } from '../paging.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { DuplicateFilter, DuplicateSide, DuplicateSuggestion, MatchingTerms, Page } from '../views.ts';
import { kindOf, languageAt, raritiesOf } from './candidates.ts';

/** One edition, with what it is compared by. */
export interface ComparedDocument extends Compared {
  readonly place: number;
  readonly side: DuplicateSide;
}

interface DocumentRow {
  readonly place: number;
  readonly contribution_id: string;
  readonly reference: string;
  readonly member: string;
  readonly submitted_at: string;
  readonly theme: string;
  readonly title: string;
  readonly body: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
}

/** What a document is read from; a condition follows. */
export const documentColumns =
  'd.place, d.contribution_id, d.reference, d.member, d.submitted_at, d.theme, t.title, t.body, m.name_en, m.name_fr';
export const documentTables = 'duplicate_document d JOIN duplicate_text t ON t.place = d.place LEFT JOIN member m ON m.code = d.member';

/** The terms of a text follow from it alone; those that a queue shows again and again are not read anew each time. */
const mostRemembered = 500;
const remembered = new Map<string, Terms>();

const rememberedTerms = (text: ComparedText): Terms => {
  const key = `${text.language}\n${text.title}\n${text.text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const found = termsOf(text);
  remembered.set(key, found);
  return found;
};

/** The documents of some rows, read for comparing. */
export const comparedDocuments = (db: ReadDatabase, sql: string, ...cells: readonly Cell[]): readonly ComparedDocument[] =>
  db.all<DocumentRow>(sql, ...cells).map((row) => {
    const language = languageAt(row.place);
    return {
      place: row.place,
      language,
      theme: row.theme,
      terms: rememberedTerms({ language, title: row.title, text: row.body }),
      side: {
        contributionId: row.contribution_id,
        reference: row.reference,
        member: row.member,
        memberName: { en: row.name_en ?? row.member, fr: row.name_fr ?? row.member },
        title: row.title,
        language,
        primaryTheme: row.theme,
        submittedAt: row.submitted_at as Instant,
      },
    };
  });

const mostMatches = 15;

/** What both texts say, each word once: of a word that is part of a shared name, the name is told. */
export const toMatches = (matches: readonly Match[]): readonly MatchingTerms[] => {
  const told = new Map<string, MatchingTerms>();
  for (const { kind, a, b, share } of matches) {
    const key = `${a.join(' ').toLowerCase()}\n${b.join(' ').toLowerCase()}`;
    const before = told.get(key);
    told.set(key, before === undefined ? { kind, a, b, share } : { ...before, share: before.share + share });
  }
  return [...told.values()]
    .sort((one, two) => two.share - one.share)
    .slice(0, mostMatches)
    .map((match) => ({ ...match, share: Math.round(match.share * 100) }));
};

/** Likeness as it is told. */
export const hundredths = (score: number): number => Math.round(score * 100);

/** Compares some documents by what is rare among everything up to a place. */
export const comparisonAmong = (db: ReadDatabase, documents: readonly Compared[], upTo: number): Comparison => {
  const keys = [...new Set(documents.flatMap(({ terms }) => keysOf(terms)))];
  const rarities = raritiesOf(db, keys, upTo);
  return comparisonBy((key) => rarities.get(key) ?? 0);
};

/** The place of the last text that came. */
export const lastPlace = (db: ReadDatabase): number =>
  db.get<{ last: number }>('SELECT coalesce(max(place), 0) AS last FROM duplicate_document')?.last ?? 0;

/** So many pairs are compared word by word; which ones was found when the later of the two came. */
const mostCompared = 500;

/** A pair that shares next to nothing is not worth anybody's time. */
const leastLikeness = 0.1;

interface PairRow {
  readonly later: number;
  readonly earlier: number;
  readonly ruling: 'confirmed' | 'ruled_out' | null;
  readonly ruled_on: string | null;
  readonly reason: string | null;
  readonly ruled_by: string | null;
  readonly ruled_at: string | null;
}

const rulingOf = ({ ruling, ruled_on, reason, ruled_by, ruled_at }: PairRow): DuplicateSuggestion['ruling'] =>
  ruling === null
    ? null
    : {
        ruling,
        ruledOn: ruled_on ?? '',
        reason: JSON.parse(reason ?? '{}') as CodedReason,
        ruledBy: ruled_by ?? '',
        ruledAt: (ruled_at ?? '') as Instant,
      };

const conditionsOf = ({ languages, kind, contributionId }: DuplicateFilter): { readonly sql: string; readonly cells: readonly Cell[] } => {
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['(l.place & 1) = (e.place & 1)', languages === 'same' ? '' : undefined],
    ['(l.place & 1) <> (e.place & 1)', languages === 'across' ? '' : undefined],
    ['(l.place & 2) = 0', kind === 'topic' ? '' : undefined],
    ['(l.place & 2) = 2', kind === 'practice' ? '' : undefined],
    ['? IN (l.contribution_id, e.contribution_id)', contributionId],
  ];
  const used = wanted.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  return { sql: used.map(([sql]) => ` AND ${sql}`).join(''), cells: used.flatMap(([, cell]) => (cell === '' ? [] : [cell])) };
};

const ruled = 'r.low = min(l.contribution_id, e.contribution_id) AND r.high = max(l.contribution_id, e.contribution_id)';

/** Pairs that nobody has ruled on yet and that are both still there. */
const openPairs = (db: ReadDatabase, filter: DuplicateFilter): readonly PairRow[] => {
  const { sql, cells } = conditionsOf(filter);
  return db.all<PairRow>(
    `SELECT p.later, p.earlier, NULL AS ruling, NULL AS ruled_on, NULL AS reason, NULL AS ruled_by, NULL AS ruled_at
       FROM duplicate_pair p JOIN duplicate_document l ON l.place = p.later JOIN duplicate_document e ON e.place = p.earlier
      WHERE l.standing = 'open' AND e.standing = 'open' AND NOT EXISTS (SELECT 1 FROM duplicate_ruling r WHERE ${ruled})${sql}
      ORDER BY p.score DESC, p.later, p.earlier LIMIT ?`,
    ...cells,
    mostCompared,
  );
};

const ruledPairs = (db: ReadDatabase, filter: DuplicateFilter, ruling: string): readonly PairRow[] => {
  const { sql, cells } = conditionsOf(filter);
  return db.all<PairRow>(
    `SELECT l.place AS later, e.place AS earlier, r.ruling, r.ruled_on, r.reason, r.ruled_by, r.ruled_at
       FROM duplicate_ruling r JOIN duplicate_document l ON l.contribution_id IN (r.low, r.high)
       JOIN duplicate_document e ON e.contribution_id IN (r.low, r.high) AND e.place < l.place
      WHERE r.ruling = ?${sql} ORDER BY r.ruled_at DESC, r.low, r.high LIMIT ?`,
    ruling,
    ...cells,
    mostCompared,
  );
};

const documentsAt = (db: ReadDatabase, places: readonly number[]): ReadonlyMap<number, ComparedDocument> =>
  new Map(
    comparedDocuments(
      db,
      `SELECT ${documentColumns} FROM ${documentTables} WHERE d.place IN (SELECT value FROM json_each(?))`,
      JSON.stringify([...new Set(places)]),
    ).map((document) => [document.place, document]),
  );

interface ComparedPair {
  readonly pair: PairRow;
  readonly a: ComparedDocument;
  readonly b: ComparedDocument;
  readonly score: number;
}

/** Compares pairs word by word, the most alike first. */
const compared = (
  db: ReadDatabase,
  pairs: readonly PairRow[],
): { readonly comparison: Comparison; readonly ranked: readonly ComparedPair[] } => {
  const documents = documentsAt(
    db,
    pairs.flatMap(({ later, earlier }) => [later, earlier]),
  );
  const comparison = comparisonAmong(db, [...documents.values()], lastPlace(db));
  const ranked = pairs
    .flatMap((pair) => {
      const [a, b] = [documents.get(pair.earlier), documents.get(pair.later)];
      return a === undefined || b === undefined ? [] : [{ pair, a, b, score: comparison.scoreOf(a, b) }];
    })
    .filter(({ score, pair }) => score >= leastLikeness || pair.ruling !== null)
    .sort((one, two) => two.score - one.score || one.pair.later - two.pair.later || one.pair.earlier - two.pair.earlier);
  return { comparison, ranked };
};

const toSuggestion = (comparison: Comparison, { pair, a, b, score }: ComparedPair): DuplicateSuggestion => ({
  kind: kindOf(pair.later),
  a: a.side,
  b: b.side,
  likeness: hundredths(score),
  matches: toMatches(comparison.matchesOf(a, b)),
  ruling: rulingOf(pair),
});

/**
 * Pairs of contributions that may say the same, the most alike first, one page of them; of the 500 pairs that share most of what is rare.
 *
 * @param cursor  of an earlier page, or null
 * @returns `{ code }` when the cursor is not one of ours
 */
export const duplicateSuggestions = (
  db: ReadDatabase,
  {
    filter,
    limit = pageLimits.usual,
    cursor = null,
  }: { readonly filter: DuplicateFilter; readonly limit?: number; readonly cursor?: string | null },
): Page<DuplicateSuggestion> | { readonly code: 'paging.bad_cursor' } => {
  const [after = ''] = cursor === null ? ['0'] : (keyOf(cursor, 1) ?? []);
  if (!/^\d{1,9}$/.test(after)) return { code: 'paging.bad_cursor' };
  const from = Number(after);
  const { comparison, ranked } = compared(db, filter.ruling === undefined ? openPairs(db, filter) : ruledPairs(db, filter, filter.ruling));
  const items = ranked.slice(from, from + limit).map((pair) => toSuggestion(comparison, pair));
  return { items, total: ranked.length, next: from + limit < ranked.length ? cursorOf([String(from + limit)]) : null };
};
