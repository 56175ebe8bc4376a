import { contribution } from '../contributions/contributions.query.ts';
import { duplicateSuggestions } from '../duplicate-suggestions/duplicate-suggestions.query.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DuplicateFilter, DuplicateSuggestion, MergeCandidate, MergeCase, MergeSide, MergeWorkbench } from '../views.ts';
import { mergeCases } from './merge-cases.ts';

const mostCandidates = 20;

const sourcesIn = (db: ReadDatabase, contributionId: string): MergeSide['sources'] =>
  db.all<MergeSide['sources'][number]>(
    `SELECT m.source_id AS contributionId, c.reference, m.merge_id AS mergeId FROM merge_case m
     JOIN contribution c ON c.contribution_id = m.source_id WHERE m.target_id = ? AND m.status = 'merged' AND m.ended IS NULL ORDER BY m.n`,
    contributionId,
  );

/** A topic as the Secretariat sees it; null for a practice and for nothing. */
const sideOf = (db: ReadDatabase, contributionId: string): MergeSide | null => {
  const file = contribution(db, contributionId, { kind: 'internal' });
  if (file?.kind !== 'topic') return null;
  const { reference, member, memberName, title, language, primaryTheme, submittedAt, stage, late, sponsors, editions, revision } = file;
  const shown = { contributionId, reference, member, memberName, title, text: file.content.text, language, primaryTheme, submittedAt };
  return { ...shown, stage, late, sponsors, editions, sources: sourcesIn(db, contributionId), revision };
};

const rulings: readonly DuplicateFilter[] = [{}, { ruling: 'confirmed' }, { ruling: 'ruled_out' }];

/** Pairs with the topic that were suggested, and those that a person ruled on. */
const pairsWith = (db: ReadDatabase, contributionId: string): readonly DuplicateSuggestion[] =>
  rulings.flatMap((ruled) => {
    const filter: DuplicateFilter = { kind: 'topic', contributionId, ...ruled };
    const page = duplicateSuggestions(db, { filter, limit: mostCandidates });
    return 'code' in page ? [] : page.items;
  });

const otherOf = ({ a, b }: DuplicateSuggestion, contributionId: string): string =>
  a.contributionId === contributionId ? b.contributionId : a.contributionId;

const matchesOf = ({ a, matches }: DuplicateSuggestion, contributionId: string): MergeCandidate['matches'] =>
  a.contributionId === contributionId ? matches : matches.map((match) => ({ ...match, a: match.b, b: match.a }));

const otherIn = ({ sourceId, targetId }: MergeCase, contributionId: string): string => (sourceId === contributionId ? targetId : sourceId);

/**
 * A topic beside those that it may be one with: what was proposed to be merged first, then what was suggested; null when there is no
 * such topic. For internal viewers.
 *
 * @param withId  another topic that is laid beside it in any case
 */
export const mergeWorkbench = (db: ReadDatabase, contributionId: string, withId: string | null): MergeWorkbench | null => {
  const topic = sideOf(db, contributionId);
  if (topic === null) return null;
  const cases = mergeCases(db, memberNames(db), '? IN (source_id, target_id)', contributionId);
  const pairs = pairsWith(db, contributionId);
  const ids = [
    ...(withId === null ? [] : [withId]),
    ...cases.map((one) => otherIn(one, contributionId)),
    ...pairs.map((pair) => otherOf(pair, contributionId)),
  ];
  const candidates = [...new Set(ids)].flatMap((otherId): readonly MergeCandidate[] => {
    const side = otherId === contributionId ? null : sideOf(db, otherId);
    const pair = pairs.find((one) => otherOf(one, contributionId) === otherId);
    if (side === null) return [];
    return [
      {
        side,
        likeness: pair?.likeness ?? null,
        matches: pair === undefined ? [] : matchesOf(pair, contributionId),
        ruling: pair?.ruling ?? null,
        cases: cases.filter((one) => otherIn(one, contributionId) === otherId),
      },
    ];
  });
  return { topic, candidates };
};
