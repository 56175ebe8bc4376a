import { afterEach, describe, expect, it } from '@jest/globals';
import { alikePractice, alikeTexts, readModelsOfTexts, type TextReadModels, type WrittenText } from '../../../../test/support/texts.ts';
import { draftLikeness, type ReadDatabase, type Viewer } from '../index.ts';

const open: TextReadModels[] = [];
afterEach(async () => {
  for (const models of open.splice(0)) await models.close();
});

const readModelsOf = async (texts: readonly WrittenText[]): Promise<TextReadModels> => {
  const models = await readModelsOfTexts(texts);
  open.push(models);
  return models;
};

describe('what a draft may repeat', () => {
  const draft = {
    kind: 'topic',
    language: 'en',
    title: 'Sharing scans',
    text: 'The image of a lorry scanned at the lake should reach the neighbour.',
    primaryTheme: null,
  } as const;
  const told = (db: ReadDatabase, viewer: Viewer, kind: 'practice' | 'topic' = 'topic'): readonly string[] =>
    draftLikeness(db, { ...draft, kind }, viewer).map(({ contribution }) => contribution.contributionId);

  it('is told to the Secretariat in both languages, with the words of each', async () => {
    const { db } = await readModelsOf([...alikeTexts, alikePractice]);
    expect([...told(db, { kind: 'internal' })].sort()).toStrictEqual(['one', 'trois', 'two']);
    expect(told(db, { kind: 'internal' }, 'practice')).toStrictEqual(['practice']);
    const [best] = draftLikeness(db, draft, { kind: 'internal' });
    expect(best?.matches.flatMap(({ a }) => a)).toStrictEqual(expect.arrayContaining(['lake', 'lorry']));
  });

  it('is told to a Member of its own contributions and of published ones only', async () => {
    const { db } = await readModelsOf([...alikeTexts, alikePractice]);
    expect(told(db, { kind: 'member', member: 'UG' })).toStrictEqual(['two']);
    expect(told(db, { kind: 'member', member: 'US' })).toStrictEqual([]);
    expect(told(db, { kind: 'public' })).toStrictEqual([]);
  });

  it('says nothing of a text that shares nothing, and nothing of an empty log', async () => {
    const { db } = await readModelsOf(alikeTexts);
    expect(draftLikeness(db, { ...draft, title: 'Honey', text: 'Bees.' }, { kind: 'internal' })).toStrictEqual([]);
    const empty = await readModelsOf([]);
    expect(told(empty.db, { kind: 'internal' })).toStrictEqual([]);
  });
});
