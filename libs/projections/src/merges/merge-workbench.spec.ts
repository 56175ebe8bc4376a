import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { recordOpenCall, topicDraft } from '../../../../test/support/opened.ts';
import type { MergeCandidate } from '../index.ts';

const because = (code: string) => ({ code, text: { en: 'For a reason.' } });
const sameQuestion = because('same_question');

describe('the merge workbench', () => {
  const officer = callerAs('officer', null, 'ada');
  let application: TestApplication;
  let [kenyan, french] = ['', ''];
  beforeEach(async () => {
    application = bootWorkingApplication('2015-03-09T09:00:00.000Z');
    await recordOpenCall(application);
    kenyan = await triaged('KE', 'Electronic seals for transit corridors');
    french = await triaged('FR', 'Electronic seals on transit corridors');
  });
  afterEach(async () => {
    await application.close();
    expect(application.alerts).toStrictEqual([]);
  });

  const triaged = async (member: string, title: string): Promise<string> => {
    const draft = topicDraft(title);
    const content = { ...draft.content, text: `${title} between ports and inland depots, for every trader.` };
    const { id } = await application.done(callerAs('drafter', member), 'saveDraft', { ...draft, content });
    const topicId = (await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id;
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'TRADE_FACILITATION', secondaryThemes: [] });
    return topicId;
  };
  const propose = async (): Promise<string> => {
    const { events } = await application.done(officer, 'proposeTopicMerge', { topicId: kenyan, targetId: french, reason: sameQuestion });
    return (events[0]?.data as { mergeId: string }).mergeId;
  };
  const consent = async (member: string, mergeId: string): Promise<void> => {
    await application.done(callerAs('delegate', member), 'consentToTopicMerge', { topicId: kenyan, mergeId });
    await application.settled();
  };
  const bench = async (topicId = kenyan, withId: string | null = null) => {
    const found = await application.ask('mergeWorkbench', { topicId, withId });
    if (found === null) throw new Error('no workbench');
    return found;
  };
  const other = async (topicId = kenyan, otherId = french): Promise<MergeCandidate> => {
    const found = (await bench(topicId)).candidates.find(({ side }) => side.contributionId === otherId);
    if (found === undefined) throw new Error('no such candidate');
    return found;
  };
  const standing = async () => {
    const [source, target] = [await bench(kenyan), await bench(french)];
    const behind = target.topic.sponsors.flatMap(({ member, until }) => (until === null ? [member] : []));
    return [source.topic.stage, target.topic.stage, behind, target.topic.sources.map(({ contributionId }) => contributionId)];
  };

  it('lays both texts side by side with the words that both have, seen from either', async () => {
    const candidate = await other();
    expect(candidate).toMatchObject({ side: { member: 'FR', sources: [], editions: [{ edition: 1 }] }, ruling: null, cases: [] });
    expect(candidate.side.text).toContain('between ports');
    expect(candidate.likeness).toBeGreaterThan(50);
    expect(candidate.matches.flatMap(({ a }) => a).join(' ')).toMatch(/seals/i);
    const mirrored = await other(french, kenyan);
    expect(mirrored.matches.map(({ a, b }) => [b, a])).toStrictEqual(candidate.matches.map(({ a, b }) => [a, b]));
    expect(await bench()).toMatchObject({ topic: { contributionId: kenyan, memberName: { en: 'Kenya' } }, consentDueAt: null });
  });

  it('shows who is asked, who has consented and until when the others can', async () => {
    const mergeId = await propose();
    await consent('KE', mergeId);
    const [found] = (await other()).cases;
    expect(found).toMatchObject({ mergeId, sourceId: kenyan, targetId: french, status: 'proposed', reservedAt: null, end: null });
    expect(found?.consents.map(({ member, answer, at }) => [member, answer, at])).toStrictEqual([
      ['KE', 'consented', '2015-03-09T09:00:00.000Z'],
      ['FR', 'waiting', null],
    ]);
    expect((await bench()).consentDueAt).toBe('2015-03-23T22:59:00.000Z');
  });

  it('shows a merge that everybody consented to, and what it brought into the other topic', async () => {
    const mergeId = await propose();
    await consent('KE', mergeId);
    await consent('FR', mergeId);
    expect((await other()).cases).toMatchObject([{ status: 'merged', reservedAt: null, end: null }]);
    expect(await standing()).toStrictEqual(['merged', 'classified', ['FR', 'KE'], [kenyan]]);
    await application.done(officer, 'unmergeTopic', { topicId: kenyan, reason: because('mistake') });
    await application.settled();
    expect((await other()).cases).toMatchObject([{ status: 'unmerged', end: { reason: { code: 'mistake' } } }]);
    expect(await standing()).toStrictEqual(['classified', 'classified', ['FR'], []]);
  });

  it('shows what a refused consent leaves behind: who said what and why, nothing held, both topics as they were', async () => {
    const mergeId = await propose();
    await consent('KE', mergeId);
    await application.done(callerAs('delegate', 'FR'), 'refuseTopicMerge', { topicId: kenyan, mergeId, reason: because('own_voice') });
    await application.settled();
    const [found] = (await other()).cases;
    expect(found).toMatchObject({ status: 'refused', reservedAt: null, end: { reason: { code: 'own_voice' }, cause: null } });
    expect(found?.consents).toMatchObject([
      { member: 'KE', answer: 'consented', reason: null },
      { member: 'FR', answer: 'refused', reason: { code: 'own_voice' } },
    ]);
    expect(await standing()).toStrictEqual(['classified', 'classified', ['FR'], []]);
    const again = await propose();
    expect((await other()).cases.map(({ mergeId: id, status }) => [id, status])).toStrictEqual([
      [again, 'proposed'],
      [mergeId, 'refused'],
    ]);
  });

  it('lets a source that is withdrawn after the merge go out of the other topic', async () => {
    const mergeId = await propose();
    await consent('KE', mergeId);
    await consent('FR', mergeId);
    await application.done(callerAs('delegate', 'KE'), 'withdrawTopic', { topicId: kenyan, reason: because('internal_decision') });
    await application.settled();
    expect((await other(french, kenyan)).cases).toMatchObject([{ status: 'merged', end: { cause: 'source_dropped' } }]);
    expect(await standing()).toStrictEqual(['withdrawn', 'classified', ['FR'], []]);
  });

  it('keeps pairs that a person ruled on, with the ruling', async () => {
    const ruling = { topicId: kenyan, otherId: french, reason: because('different_place') };
    await application.done(officer, 'ruleOutTopicDuplicate', ruling);
    expect((await other()).ruling).toMatchObject({ ruling: 'ruled_out', reason: { code: 'different_place' } });
  });

  it('lays any other topic beside it that is asked for, and none that is not there', async () => {
    const distant = await triaged('BI', 'Advance rulings');
    const found = (await bench(kenyan, distant)).candidates;
    expect(found[0]).toMatchObject({ side: { contributionId: distant }, cases: [] });
    const { candidates } = await bench(kenyan);
    expect(candidates[0]?.side.contributionId).toBe(french);
    for (const withId of ['nothing', kenyan]) expect((await bench(kenyan, withId)).candidates).toStrictEqual(candidates);
  });

  it('is nobody’s outside the Secretariat, and of topics alone', async () => {
    const asked = { topicId: kenyan, withId: null };
    expect(await application.ask('mergeWorkbench', asked, { kind: 'member', member: 'KE' })).toBeNull();
    expect(await application.ask('mergeWorkbench', { topicId: 'nothing', withId: null })).toBeNull();
  });
});
