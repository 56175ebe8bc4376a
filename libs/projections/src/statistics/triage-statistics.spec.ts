import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { callId, recordOpenCall, topicDraft } from '../../../../test/support/opened.ts';
import { groupingRegistrations } from '../../../reference/src/index.ts';
import type { JudgementStep, StatisticsFilter } from '../index.ts';

const because = (code: string) => ({ code, text: { en: 'For a reason.' } });
const hour = 60 * 60;

describe('the statistics of triage', () => {
  const [officer, decider] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
  let application: TestApplication;
  beforeEach(async () => {
    application = bootApplication('2015-03-09T00:00:00.000Z');
    await recordOpenCall(application);
    for (const grouping of groupingRegistrations())
      await application.done(callerAs('operator', null, 'setup'), 'registerGrouping', grouping);
  });
  afterEach(() => application.close());

  const atHour = (hours: number): void => {
    application.moveTo(new Date(Date.parse('2015-03-09T00:00:00.000Z') + hours * hour * 1000).toISOString());
  };
  /** Sent at midnight, acknowledged after so many hours. */
  const acknowledged = async (member: string, afterHours: number, language: 'en' | 'fr' = 'en'): Promise<string> => {
    atHour(0);
    const draft = topicDraft(`After ${String(afterHours)}`);
    const { id } = await application.done(callerAs('drafter', member), 'saveDraft', { ...draft, content: { ...draft.content, language } });
    const topicId = (await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id;
    atHour(afterHours);
    await application.done(officer, 'acknowledgeTopic', { topicId });
    return topicId;
  };
  const decided = async (topicId: string, outcome: 'accept' | 'decline', code: string, afterHours: number): Promise<void> => {
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    await application.done(officer, 'recommendTopic', { topicId, recommendation: outcome, reason: because(code) });
    atHour(afterHours);
    await application.done(decider, outcome === 'accept' ? 'acceptTopic' : 'declineTopic', { topicId, reason: because(code) });
  };
  const statistics = async (filter: StatisticsFilter = {}) => {
    const found = await application.ask('triageStatistics', filter);
    if (found === null) throw new Error('no statistics');
    return found;
  };
  const step = async (wanted: JudgementStep) => {
    const found = (await statistics()).times.find((one) => one.step === wanted);
    if (found === undefined) throw new Error(wanted);
    return found;
  };

  it('tell how long an acknowledgement took: the value in the middle, and the one that nine of ten do not exceed', async () => {
    for (const hours of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) await acknowledged('KE', hours);
    expect((await step('acknowledgement')).all).toStrictEqual({
      count: 10,
      waiting: 0,
      medianSeconds: 5 * hour,
      p90Seconds: 9 * hour,
    });
    expect((await step('decision')).all).toStrictEqual({ count: 0, waiting: 10, medianSeconds: null, p90Seconds: null });
  });

  it('tell it by region and by language, also of those from whom nothing came', async () => {
    await acknowledged('KE', 2);
    await acknowledged('BI', 8, 'fr');
    await acknowledged('FR', 30, 'fr');
    const { byRegion, byLanguage } = await step('acknowledgement');
    expect(byRegion.length).toBe(6);
    const told = byRegion.map(({ code, count, medianSeconds, p90Seconds }) => [code, count, medianSeconds, p90Seconds]);
    expect(told).toContainEqual(['ESA', 2, 2 * hour, 8 * hour]);
    expect(told).toContainEqual(['EUR', 1, 30 * hour, 30 * hour]);
    expect(told).toContainEqual(['MENA', 0, null, null]);
    expect(byLanguage.map(({ code, name, medianSeconds }) => [code, name.fr, medianSeconds])).toStrictEqual([
      ['en', 'Anglais', 2 * hour],
      ['fr', 'Français', 8 * hour],
    ]);
  });

  it('tell how long a decision and its release took, each the first time that it came', async () => {
    const topicId = await acknowledged('KE', 1);
    await decided(topicId, 'decline', 'out_of_scope', 10);
    atHour(12);
    await application.done(decider, 'reconsiderTopic', { topicId, reason: because('mistake') });
    await decided(topicId, 'accept', 'merit', 40);
    const items = [{ category: 'topic' as const, id: topicId }];
    const { id } = await application.done(officer, 'prepareRelease', { title: { en: 'First', fr: 'Premier' }, items });
    atHour(50);
    await application.done(decider, 'issueRelease', { releaseId: id });
    const system = callerAs('process', null, 'process-decision-release');
    await application.done(system, 'markTopicDecisionReleased', { topicId, releaseId: id });
    expect([(await step('decision')).all.medianSeconds, (await step('release')).all.medianSeconds]).toStrictEqual([10 * hour, 50 * hour]);
  });

  it('count what was done for which coded reason, with the name of the reason', async () => {
    await decided(await acknowledged('KE', 1), 'decline', 'out_of_scope', 2);
    await decided(await acknowledged('FR', 1), 'decline', 'out_of_scope', 2);
    await decided(await acknowledged('JP', 1), 'accept', 'merit', 2);
    const withdrawn = await acknowledged('BI', 1);
    await application.done(callerAs('delegate', 'BI'), 'withdrawTopic', { topicId: withdrawn, reason: because('replaced') });
    const { reasons, contributions } = await statistics();
    expect(contributions).toBe(4);
    expect(reasons.map(({ kind, act, code, count }) => [kind, act, code, count])).toStrictEqual([
      ['topic', 'accepted', 'merit', 1],
      ['topic', 'declined', 'out_of_scope', 2],
      ['topic', 'withdrawn', 'replaced', 1],
    ]);
    const outOfScope = reasons.find(({ code }) => code === 'out_of_scope');
    const present = (counts: readonly { readonly code: string; readonly count: number }[] = []) =>
      counts.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]);
    expect(present(outOfScope?.byRegion)).toStrictEqual([
      ['ESA', 1],
      ['EUR', 1],
    ]);
    expect(present(outOfScope?.byLanguage)).toStrictEqual([['en', 2]]);
    // Equal treatment is counted where nothing happened, too.
    expect(outOfScope?.byRegion.length).toBe(6);
    expect(outOfScope?.byLanguage).toContainEqual({ code: 'fr', name: { en: 'French', fr: 'Français' }, count: 0 });
    expect(reasons.every(({ code, title }) => title.en !== code && title.fr !== code)).toBe(true);
  });

  it('are of one call and one kind when that is asked for', async () => {
    await acknowledged('KE', 1);
    expect((await statistics({ callId, kind: 'topic' })).contributions).toBe(1);
    expect((await statistics({ kind: 'practice' })).contributions).toBe(0);
    expect((await statistics({ callId: 'another' })).contributions).toBe(0);
  });

  it('are nobody’s outside the Secretariat', async () => {
    expect(await application.ask('triageStatistics', {}, { kind: 'member', member: 'KE' })).toBeNull();
  });
});
