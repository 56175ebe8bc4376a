import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ownTexts,
  pairName,
  ranksOf,
  readModelsOfTexts,
  sampleTexts,
  within,
  type LabelledTexts,
  type TextReadModels,
  type WrittenText,
} from '../../../../test/support/texts.ts';
import { duplicateSuggestions, type DuplicateFilter, type ReadDatabase } from '../index.ts';

const open: TextReadModels[] = [];
afterEach(async () => {
  for (const models of open.splice(0)) await models.close();
});

const readModelsOf = async (texts: readonly WrittenText[]): Promise<TextReadModels> => {
  const models = await readModelsOfTexts(texts);
  open.push(models);
  return models;
};

const suggestedPairs = (db: ReadDatabase, filter: DuplicateFilter): readonly string[] => {
  const page = duplicateSuggestions(db, { filter, limit: 200 });
  if ('code' in page) throw new Error(page.code);
  return page.items.map(({ a, b }) => pairName(a.contributionId, b.contributionId));
};

const inLanguages = ({ submissions, pairs }: LabelledTexts, across: boolean): LabelledTexts['pairs'] => {
  const languages = new Map(submissions.map(({ id, language }) => [id, language]));
  return pairs.filter(({ a, b }) => (languages.get(a) !== languages.get(b)) === across);
};

describe.each([
  ['our first set', ownTexts('a'), 4],
  ['our second set', ownTexts('b'), 4],
  ['the samples of the demonstration', sampleTexts(), 2],
])('of %s', (_name, set, mostHard) => {
  it('offers every pair of one language among the first 25, few that only look alike among the first 15', async () => {
    const { db } = await readModelsOf(set.submissions);
    const order = suggestedPairs(db, { languages: 'same' });
    const pairs = inLanguages(set, false);
    expect(within(25, ranksOf(pairs, order))).toBe(pairs.length);
    expect(within(15, ranksOf(set.hardNegatives, order))).toBeLessThanOrEqual(mostHard);
  });

  it('offers every English and French pair among the first 25 across languages', async () => {
    const { db } = await readModelsOf(set.submissions);
    const pairs = inLanguages(set, true);
    const order = suggestedPairs(db, { languages: 'across' });
    expect([pairs.length > 0, within(25, ranksOf(pairs, order))]).toStrictEqual([true, pairs.length]);
  });
});
