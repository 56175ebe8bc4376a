import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, contentOf, dayOfTheDocument, openCall, sendContribution, type Requests } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';

interface Item {
  readonly contributionId: string;
  readonly member: string;
  readonly stage: string;
  readonly clock: string;
  readonly ageSeconds: number;
  readonly primaryTheme: string;
  readonly pauses: readonly { readonly from: string; readonly to: string | null; readonly stage: string }[];
  readonly asked: { readonly questions: object; readonly dueAt: string } | null;
  readonly overdue: readonly { readonly deadline: string; readonly dueAt: string }[];
  readonly deadlines: readonly { readonly deadline: string; readonly dueAt: string | null }[];
}

interface Queue {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number;
}

interface Suggestions {
  readonly themes: readonly { readonly code: string; readonly words: readonly string[] }[];
}

const day = 24 * 60 * 60;

describe('UJ-06: an officer triages a queue', () => {
  let journey: Journey;
  let requests: Requests;
  let [kenyan, burundian, haitian] = ['', '', ''];
  const queue = (query = '') => journey.read<Queue>('officer', `/triage-queue${query}`);
  const item = async (id: string, query = ''): Promise<Item> => {
    const found = (await queue(query)).items.find(({ contributionId }) => contributionId === id);
    if (found === undefined) throw new Error(`${id} does not wait`);
    return found;
  };
  const send = async (member: string, kind: 'topic' | 'practice', title: string, text: string): Promise<string> =>
    (await sendContribution(journey, requests, { member, kind, content: contentOf(title, { text }) })).id;

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await openCall(journey);
    // Three days of one week, Monday to Wednesday.
    await journey.walkTo('2015-02-09T09:00:00.000Z');
    kenyan = await send(
      'KE',
      'topic',
      'Risk management with electronic seals',
      'Risk analysis by selectivity criteria decides which container is opened: common risk profiles for transit.',
    );
    await journey.walkTo('2015-02-10T09:00:00.000Z');
    burundian = await send('BI', 'practice', 'One window', 'A single window takes one declaration for all agencies.');
    await journey.walkTo('2015-02-11T09:00:00.000Z');
    haitian = await send('HT', 'topic', 'Free zones', 'Goods of free zones leave without origin.');
    await journey.settled();
  }, 60_000);
  afterAll(() => journey.close());

  it('is sorted by age, and pages by cursor', async () => {
    const { items, total } = await queue();
    expect(items.map(({ contributionId }) => contributionId)).toStrictEqual([kenyan, burundian, haitian]);
    expect(items.map(({ ageSeconds }) => Math.round(ageSeconds / day))).toStrictEqual([2, 1, 0]);
    const first = await queue('?limit=2');
    const second = await queue(`?limit=2&cursor=${first.next ?? ''}`);
    expect([first.total, second.next]).toStrictEqual([total, null]);
    expect([...first.items, ...second.items].map(({ contributionId }) => contributionId)).toStrictEqual([kenyan, burundian, haitian]);
  });

  it('is counted by Member', async () => {
    const members = await journey.read<readonly { member: string; waiting: number }[]>('officer', '/triage-queue/members');
    expect(members.map(({ member, waiting }) => [member, waiting])).toStrictEqual([
      ['KE', 1],
      ['BI', 1],
      ['HT', 1],
    ]);
  });

  it('is for the Secretariat, and says what it is asked wrongly', async () => {
    expect(await journey.statusOf('delegate:KE', '/triage-queue')).toBe(404);
    expect(await journey.statusOf(null, '/triage-queue/members')).toBe(404);
    expect(await journey.statusOf('auditor', '/triage-queue')).toBe(200);
    for (const query of ['?language=de', '?late=yes', '?cursor=x', '?limit=0', '?sort=title'])
      expect([query, await journey.statusOf('officer', `/triage-queue${query}`)]).toStrictEqual([query, 400]);
  });

  it('suggests themes with the words that led to them', async () => {
    const { themes } = await journey.read<Suggestions>('officer', `/theme-suggestions?contributionId=${kenyan}`);
    expect(themes[0]?.code).toBe('RISK');
    expect(themes[0]?.words).toStrictEqual(['Risk management', 'risk profiles', 'selectivity']);
  });

  it('takes another theme without a reason', async () => {
    await journey.done('officer', `/topics/${kenyan}/acknowledge`);
    await journey.done('officer', `/topics/${kenyan}/classify`, { primaryTheme: 'RISK', secondaryThemes: [] });
    expect(await item(kenyan)).toMatchObject({ primaryTheme: 'RISK', stage: 'under_triage' });
    await journey.done('officer', `/topics/${kenyan}/classify`, { primaryTheme: 'CBM', secondaryThemes: ['RISK'] });
    expect((await item(kenyan)).primaryTheme).toBe('CBM');
  });

  it('declines only for a reason, with a text, and by another person', async () => {
    const path = `/practices/${burundian}`;
    await journey.done('officer', `${path}/acknowledge`);
    await journey.done('officer', `${path}/classify`, { primaryTheme: 'SINGLE_WINDOW', secondaryThemes: [] });
    await journey.refused('officer:second', `${path}/decline`, {}, 400, 'input.invalid');
    await journey.refused('officer:second', `${path}/decline`, because('whim'), 422, 'reason.unknown_code');
    const wordless = { reason: { code: 'already_covered', text: {} } };
    await journey.refused('officer:second', `${path}/decline`, wordless, 422, 'reason.text_missing');
    await journey.done('officer:second', `${path}/decline`, because('already_covered'));
    expect((await queue()).items.map(({ contributionId }) => contributionId)).toStrictEqual([kenyan, haitian]);
  });

  it('a clarification stops the clock, and since when and why is to be seen', async () => {
    await journey.walkTo('2015-02-12T09:00:00.000Z');
    await journey.done('officer', `/topics/${kenyan}/request-clarification`, { questions: { en: 'Which seals?' }, due: null });
    const { ageSeconds } = await item(kenyan);
    await journey.walkTo('2015-02-17T09:00:00.000Z');
    expect(await item(kenyan)).toMatchObject({
      clock: 'paused',
      ageSeconds,
      stage: 'clarification',
      pauses: [{ to: null, stage: 'clarification' }],
      asked: { questions: { en: 'Which seals?' } },
      deadlines: [
        { deadline: 'clarification_answer', dueAt: '2015-02-26T22:59:00.000Z' },
        { deadline: 'triage', dueAt: null },
      ],
    });
    expect((await queue('?clock=paused')).items.map(({ contributionId }) => contributionId)).toStrictEqual([kenyan]);
  });

  it('the answer lets it run on, and both are to be seen', async () => {
    const before = await item(kenyan);
    await journey.done('delegate:KE', `/topics/${kenyan}/answer-clarification`, { answer: { en: 'Those of transit.' } });
    const { clock, pauses, ageSeconds, deadlines } = await item(kenyan);
    expect([clock, pauses.length, ageSeconds - before.ageSeconds < 60]).toStrictEqual(['running', 1, true]);
    expect([pauses[0]?.from.slice(0, 10), pauses[0]?.to?.slice(0, 10)]).toStrictEqual(['2015-02-12', '2015-02-17']);
    // Five working days from Monday 9 February, three of which were used up when the clock stopped.
    expect(deadlines).toStrictEqual([{ deadline: 'triage', dueAt: '2015-02-19T22:59:00.000Z' }]);
    const steps = await journey.read<readonly { type: string }[]>('officer', `/record/history/topic-${kenyan}`);
    expect(steps.map(({ type }) => type).slice(-2)).toStrictEqual(['TopicClarificationRequested', 'TopicClarificationAnswered']);
  });

  it('what nobody acknowledged in two working days is overdue', async () => {
    const { items } = await queue('?overdue=true');
    expect(items.map(({ contributionId, overdue }) => [contributionId, overdue[0]])).toMatchObject([
      [haitian, { deadline: 'acknowledgement', dueAt: '2015-02-13T22:59:00.000Z' }],
    ]);
  });

  it('shows the queue as it was at an earlier moment, with the ages of then', async () => {
    const then = encodeURIComponent('2015-02-14T09:00:00.000Z');
    expect(await item(kenyan, `?asOf=${then}`)).toMatchObject({ clock: 'paused', pauses: [{ to: null }] });
    const { items } = await queue(`?asOf=${encodeURIComponent('2015-02-10T12:00:00.000Z')}`);
    expect(items.map(({ contributionId, stage, ageSeconds }) => [contributionId, stage, Math.round(ageSeconds / day)])).toStrictEqual([
      [kenyan, 'submitted', 1],
      [burundian, 'submitted', 0],
    ]);
  });
});
