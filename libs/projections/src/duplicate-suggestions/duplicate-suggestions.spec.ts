import { afterEach, describe, expect, it } from '@jest/globals';
import {
  alikePractice,
  alikeTexts,
  ownTexts,
  pairName,
  readModelsFollowing,
  readModelsOfTexts,
  recordEvent,
  recordText,
  type TextReadModels,
  type WrittenText,
} from '../../../../test/support/texts.ts';
import { digestTables, duplicateSuggestions, type DuplicateFilter, type DuplicateSuggestion, type ReadDatabase } from '../index.ts';

const open: TextReadModels[] = [];
afterEach(async () => {
  for (const models of open.splice(0)) await models.close();
});

const readModelsOf = async (texts: readonly WrittenText[]): Promise<TextReadModels> => {
  const models = await readModelsOfTexts(texts);
  open.push(models);
  return models;
};

const suggested = (db: ReadDatabase, filter: DuplicateFilter, limit = 200): readonly DuplicateSuggestion[] => {
  const page = duplicateSuggestions(db, { filter, limit });
  if ('code' in page) throw new Error(page.code);
  return page.items;
};

const names = (suggestions: readonly DuplicateSuggestion[]): readonly string[] =>
  suggestions.map(({ a, b }) => pairName(a.contributionId, b.contributionId));

const ruling = (otherId: string) => ({
  topicId: 'two',
  otherId,
  reason: { code: 'distinct', text: { en: 'Another lake.' } },
  ruledBy: 'ada',
  ruledAt: '2015-03-02T09:00:00.000Z',
});

describe('suggestions of duplicates', () => {
  it('come with the words of each text, and only for contributions of one kind', async () => {
    const { db } = await readModelsOf([...alikeTexts, alikePractice]);
    const found = suggested(db, {});
    expect(names(found)).toStrictEqual(expect.arrayContaining(['one two', 'one trois', 'trois two']));
    expect(names(found).some((name) => name.includes('practice') || name.includes('four'))).toBe(false);
    const [pair] = suggested(db, { languages: 'across', contributionId: 'one' });
    expect(pair).toMatchObject({
      kind: 'topic',
      a: {
        contributionId: 'one',
        reference: 'KE-one',
        member: 'KE',
        memberName: { en: 'KE', fr: 'KE' },
        language: 'en',
        primaryTheme: 'RISK',
      },
      b: { contributionId: 'trois', title: 'Une seule image', language: 'fr' },
      ruling: null,
    });
    expect(pair?.matches).toStrictEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'notion', a: ['lake'], b: ['lac'] }),
        expect.objectContaining({ kind: 'notion', a: ['lorry'], b: ['camion'] }),
      ]),
    );
  });

  it.each([
    [{ languages: 'same' }, ['one two']],
    [{ languages: 'across' }, ['one trois', 'trois two']],
    [{ contributionId: 'trois' }, ['one trois', 'trois two']],
    [{ kind: 'practice' }, []],
    [{ kind: 'topic', contributionId: 'two', languages: 'same' }, ['one two']],
    [{ ruling: 'confirmed' }, []],
  ] as const)('are narrowed to %j', async (filter, expected) => {
    const { db } = await readModelsOf([...alikeTexts, alikePractice]);
    expect([...names(suggested(db, filter))].sort()).toStrictEqual(expected);
  });

  it('are not offered again once a person has ruled, and are when the ruling is undone', async () => {
    const { db, store, settled } = await readModelsOf(alikeTexts);
    await recordEvent(store, 'topic-two', 'TopicDuplicateRuledOut', ruling('one'));
    await recordEvent(store, 'topic-two', 'TopicDuplicateConfirmed', ruling('trois'));
    await settled();
    expect(names(suggested(db, {}))).toStrictEqual(['one trois']);
    expect(names(suggested(db, { ruling: 'confirmed' }))).toStrictEqual(['trois two']);
    expect(suggested(db, { ruling: 'ruled_out' })).toMatchObject([
      {
        a: { contributionId: 'one' },
        b: { contributionId: 'two' },
        ruling: { ruling: 'ruled_out', ruledOn: 'two', ruledBy: 'ada', reason: ruling('one').reason },
      },
    ]);
    await recordEvent(store, 'topic-two', 'TopicDuplicateRulingUndone', ruling('one'));
    await settled();
    expect([...names(suggested(db, {}))].sort()).toStrictEqual(['one trois', 'one two']);
    expect(suggested(db, { ruling: 'ruled_out' })).toStrictEqual([]);
  });

  it('follow the edition that stands now', async () => {
    const { db, store, settled } = await readModelsOf(alikeTexts);
    const content = {
      language: 'en',
      title: 'Queues',
      text: 'Weighbridges are slow.',
      primaryTheme: 'RISK',
      secondaryThemes: [],
      economicCommunity: null,
    };
    await recordEvent(store, 'topic-two', 'TopicAmended', { topicId: 'two', edition: 2, content });
    await settled();
    expect(names(suggested(db, {}))).toStrictEqual(['one trois']);
    await recordEvent(store, 'topic-four', 'TopicAmended', { topicId: 'four', edition: 2, content });
    await settled();
    expect([...names(suggested(db, {}))].sort()).toStrictEqual(['four two', 'one trois']);
  });

  it('leave out what is no longer there, until it is again', async () => {
    const { db, store, settled } = await readModelsOf(alikeTexts);
    await recordEvent(store, 'topic-trois', 'TopicWithdrawn', { topicId: 'trois' });
    await recordEvent(store, 'topic-one', 'TopicMergedInto', { topicId: 'one' });
    await settled();
    expect(suggested(db, {})).toStrictEqual([]);
    await recordEvent(store, 'topic-one', 'TopicUnmerged', { topicId: 'one' });
    await settled();
    expect(names(suggested(db, {}))).toStrictEqual(['one two']);
  });

  it('come in pages, and refuse a cursor that is not theirs', async () => {
    const { db } = await readModelsOf(alikeTexts);
    const first = duplicateSuggestions(db, { filter: {}, limit: 2 });
    if ('code' in first) throw new Error(first.code);
    const second = duplicateSuggestions(db, { filter: {}, limit: 2, cursor: first.next });
    if ('code' in second) throw new Error(second.code);
    expect([first.items.length, first.total, second.items.length, second.next]).toStrictEqual([2, 3, 1, null]);
    expect([...names(first.items), ...names(second.items)]).toStrictEqual(names(suggested(db, {})));
    for (const cursor of ['x', Buffer.from('["-1"]').toString('base64url'), Buffer.from('["a"]').toString('base64url')])
      expect(duplicateSuggestions(db, { filter: {}, cursor })).toStrictEqual({ code: 'paging.bad_cursor' });
  });

  it('are the same whether the read models followed the log or were built anew', async () => {
    const { submissions } = ownTexts('a');
    const { db, store, settled } = await readModelsOf(submissions.slice(0, 20));
    for (const text of submissions.slice(20, 24)) await recordText(store, text);
    await recordEvent(store, 'topic-A02', 'TopicDuplicateRuledOut', { ...ruling('A01'), topicId: 'A02' });
    await settled();
    const anew = await readModelsFollowing(store);
    open.push(anew);
    expect(digestTables(anew.db)).toStrictEqual(digestTables(db));
    expect(suggested(anew.db, {})).toStrictEqual(suggested(db, {}));
  });
});
