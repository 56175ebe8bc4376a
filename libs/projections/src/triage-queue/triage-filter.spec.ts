import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { recordOpenCall } from '../../../../test/support/opened.ts';
import { triageOf } from '../../../../test/support/triage.ts';
import type { TriageFilter } from '../index.ts';

const day = 24 * 60 * 60;

describe('what is asked of the triage queue', () => {
  const officer = callerAs('officer', null, 'ada');
  let application: TestApplication;
  beforeEach(async () => {
    // A Monday.
    application = bootWorkingApplication('2015-03-09T09:00:00.000Z');
    await recordOpenCall(application);
  });
  afterEach(async () => {
    await application.close();
    expect(application.alerts).toStrictEqual([]);
  });

  const { send, acknowledged, queue } = triageOf(() => application);
  const ask = (topicId: string) =>
    application.done(officer, 'requestTopicClarification', { topicId, questions: { en: 'Which law?' }, due: null });

  it('is filtered by Member, theme, language, stage, kind, channel, clock and lateness', async () => {
    const [kenyan, burundian] = [await acknowledged('KE'), await send('BI', 'Le transit', { language: 'fr', primaryTheme: 'RISK' })];
    await application.walkTo('2015-04-01T09:00:00.000Z');
    const tardy = await send('JP');
    const found = async (filter: TriageFilter) => (await queue(filter)).map(({ contributionId }) => contributionId);
    expect(await found({ member: 'KE' })).toStrictEqual([kenyan]);
    expect(await found({ theme: 'RISK' })).toStrictEqual([burundian]);
    expect(await found({ language: 'fr' })).toStrictEqual([burundian]);
    expect(await found({ stage: 'acknowledged' })).toStrictEqual([kenyan]);
    expect(await found({ stage: 'late_not_admitted' })).toStrictEqual([tardy]);
    expect(await found({ late: 'true' })).toStrictEqual([tardy]);
    expect((await found({ late: 'false' })).length).toBe(2);
    expect((await found({ kind: 'topic', channel: 'portal', clock: 'running' })).length).toBe(3);
    expect(await found({ kind: 'practice' })).toStrictEqual([]);
    expect(await found({ channel: 'floor' })).toStrictEqual([]);
    expect(await found({ clock: 'paused' })).toStrictEqual([]);
  });

  it('is counted by Member, the one with the oldest first', async () => {
    const first = await acknowledged('KE');
    await ask(first);
    await application.walkTo('2015-03-10T09:00:00.000Z');
    await send('JP');
    await send('JP', 'Another');
    await application.walkTo('2015-03-13T09:00:00.000Z');
    expect(await application.ask('triageByMember', {})).toStrictEqual([
      {
        member: 'JP',
        memberName: { en: 'Japan', fr: 'Japon' },
        region: 'AP',
        waiting: 2,
        paused: 0,
        overdue: 2,
        late: 0,
        oldestSeconds: 3 * day,
      },
      {
        member: 'KE',
        memberName: { en: 'Kenya', fr: 'Kenya' },
        region: 'ESA',
        waiting: 1,
        paused: 1,
        overdue: 0,
        late: 0,
        oldestSeconds: 0,
      },
    ]);
  });

  it('names a Member as on the day on which it submitted, here and in the list of contributions (BR-26)', async () => {
    await send('KE', 'Before');
    await application.walkTo('2015-03-20T09:00:00.000Z');
    const renaming = { code: 'KE' as never, inForceFrom: '2015-03-15' as never, name: { en: 'New Kenya', fr: 'Nouveau Kenya' } };
    await application.done(callerAs('officer', null, 'ada'), 'renameMember', { ...renaming, source: 'Note verbale' });
    await send('KE', 'After');
    const named = (items: readonly { title: string; memberName: { en: string } }[]) =>
      items.map(({ title, memberName }) => [title, memberName.en]);
    const expected = [
      ['Before', 'Kenya'],
      ['After', 'New Kenya'],
    ];
    expect(named(await queue())).toStrictEqual(expected);
    const list = await application.ask('contributions', { filter: {}, limit: 50, cursor: null });
    expect('items' in list ? named(list.items) : []).toStrictEqual(expected);
    expect(await application.ask('triageByMember', {})).toMatchObject([{ member: 'KE', memberName: { en: 'New Kenya' }, waiting: 2 }]);
  });

  it('is nobody’s outside the Secretariat', async () => {
    await send('KE');
    for (const viewer of [{ kind: 'member', member: 'KE' }, { kind: 'public' }] as const) {
      expect(await application.ask('triageQueue', { filter: {}, limit: 50, cursor: null }, viewer)).toBeNull();
      expect(await application.ask('triageByMember', {}, viewer)).toBeNull();
    }
  });
});
