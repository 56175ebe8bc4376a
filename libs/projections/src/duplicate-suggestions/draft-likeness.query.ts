import { comparisonBy, keysOf, termsOf, type Compared, type Comparison } from '../../../text/src/index.ts';
import { permitted } from '../contributions/permitted.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DraftLikeness, Viewer, WrittenDraft } from '../views.ts';
import { candidatesFor, standingsOf } from './candidates.ts';
import {
  comparedDocuments,
  comparisonAmong,
  documentColumns,
  documentTables,
  hundredths,
  lastPlace,
  toMatches,
  type ComparedDocument,
} from './duplicate-suggestions.query.ts';

/** What a Member may see is little, and is compared with the draft one by one, the newest first. */
const mostRead = 300;
const mostFound = 40;
const mostTold = 10;
const leastLikeness = 0.25;

/** Among everything: found by the rare words of the draft. */
const foundFor = (
  db: ReadDatabase,
  draft: WrittenDraft,
  mine: Compared,
): { readonly documents: readonly ComparedDocument[]; readonly comparison: Comparison } => {
  const before = lastPlace(db) + 1;
  const standings = standingsOf(db, keysOf(mine.terms), before);
  const places = candidatesFor(db, standings, { before, kind: draft.kind, most: mostFound }).map(({ place }) => place);
  const documents = comparedDocuments(
    db,
    `SELECT ${documentColumns} FROM ${documentTables} WHERE d.standing = 'open' AND d.place IN (SELECT value FROM json_each(?))`,
    JSON.stringify(places),
  );
  return { documents, comparison: comparisonAmong(db, [mine, ...documents], before - 1) };
};

/** Among what the viewer may know of, by rarity within that alone: the answer tells nothing of the rest. */
const readableBy = (
  db: ReadDatabase,
  draft: WrittenDraft,
  mine: Compared,
  viewer: Viewer,
): { readonly documents: readonly ComparedDocument[]; readonly comparison: Comparison } => {
  const may = permitted(viewer);
  const documents = comparedDocuments(
    db,
    `SELECT ${documentColumns} FROM ${documentTables} JOIN contribution c ON c.contribution_id = d.contribution_id
      WHERE d.standing = 'open' AND (d.place & 2) = ? AND ${may.sql} ORDER BY d.place DESC LIMIT ?`,
    draft.kind === 'practice' ? 2 : 0,
    ...may.cells,
    mostRead,
  );
  const counts = new Map<string, number>();
  for (const key of [mine, ...documents].flatMap(({ terms }) => keysOf(terms))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { documents, comparison: comparisonBy((key) => Math.max(0, Math.log((documents.length + 2) / ((counts.get(key) ?? 0) + 0.5)))) };
};

/** Contributions that may already say what somebody is writing, the most alike first; only such as the viewer may know of. */
export const draftLikeness = (db: ReadDatabase, draft: WrittenDraft, viewer: Viewer): readonly DraftLikeness[] => {
  const mine = { language: draft.language, theme: draft.primaryTheme ?? '', terms: termsOf(draft) };
  const { documents, comparison } = viewer.kind === 'internal' ? foundFor(db, draft, mine) : readableBy(db, draft, mine, viewer);
  // A draft without a theme is compared as if it had that of the other.
  const against = ({ theme }: Compared): Compared => (draft.primaryTheme === null ? { ...mine, theme } : mine);
  return documents
    .map((document) => ({ document, score: comparison.scoreOf(against(document), document) }))
    .filter(({ score }) => score >= leastLikeness)
    .sort((one, two) => two.score - one.score || one.document.place - two.document.place)
    .slice(0, mostTold)
    .map(({ document, score }) => ({
      contribution: document.side,
      likeness: hundredths(score),
      matches: toMatches(comparison.matchesOf(mine, document)),
    }));
};
