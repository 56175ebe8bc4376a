import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { recordOpenCall, text } from '../../../../test/support/opened.ts';
import { triageOf } from '../../../../test/support/triage.ts';
import { shippedDefinition } from '../../../workflow/src/index.ts';
import type { TriageItem } from '../index.ts';

const day = 24 * 60 * 60;
const merit = { code: 'merit', text: { en: 'Good.' } };

describe('the triage queue', () => {
  const [officer, decider] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
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

  const { send, acknowledged, page, queue } = triageOf(() => application);
  const item = async (topicId: string): Promise<TriageItem> => {
    const found = (await queue()).find(({ contributionId }) => contributionId === topicId);
    if (found === undefined) throw new Error(`${topicId} does not wait`);
    return found;
  };
  const ask = (topicId: string) =>
    application.done(officer, 'requestTopicClarification', { topicId, questions: { en: 'Which law?' }, due: null });
  const answer = (member: string, topicId: string) =>
    application.done(callerAs('delegate', member), 'answerTopicClarification', { topicId, answer: { en: 'The second.' } });

  it('shows what came with its age, its next deadlines and where it stands', async () => {
    const topicId = await send('KE');
    await application.walkTo('2015-03-10T09:00:00.500Z');
    expect(await queue()).toStrictEqual([
      {
        contributionId: topicId,
        kind: 'topic',
        reference: expect.stringMatching(/^KE-/),
        member: 'KE',
        memberName: { en: 'Kenya', fr: 'Kenya' },
        region: 'ESA',
        title: 'From KE',
        language: 'en',
        translation: { to: 'fr', neededBeforeCirculation: true, fields: [] },
        primaryTheme: 'DISPUTES',
        secondaryThemes: [],
        late: false,
        channel: 'portal',
        submittedAt: '2015-03-09T09:00:00.000Z',
        recordedAt: '2015-03-09T09:00:00.000Z',
        stage: 'submitted',
        stageTitle: shippedDefinition('topic')?.stages[0]?.title,
        policy: expect.stringMatching(/^[0-9a-f]{64}$/),
        clock: 'running',
        ageSeconds: day,
        pauses: [],
        asked: null,
        overdue: [],
        deadlines: [
          { deadline: 'acknowledgement', dueAt: '2015-03-11T22:59:00.000Z' },
          { deadline: 'triage', dueAt: '2015-03-16T22:59:00.000Z' },
        ],
        revision: '0',
      },
    ]);
  });

  it('stops the clock while the Member is asked and says since when and why; the answer lets it run on', async () => {
    const topicId = await acknowledged('KE');
    await application.walkTo('2015-03-11T09:00:00.000Z');
    await ask(topicId);
    await application.walkTo('2015-03-13T09:00:00.000Z');
    const pause = { from: '2015-03-11T09:00:00.000Z', to: null, stage: 'clarification', cause: 'TopicClarificationRequested' };
    expect(await item(topicId)).toMatchObject({
      stage: 'clarification',
      clock: 'paused',
      ageSeconds: 2 * day,
      pauses: [pause],
      asked: { questions: { en: 'Which law?' }, dueAt: '2015-03-25T22:59:00.000Z' },
      deadlines: [
        { deadline: 'clarification_answer', dueAt: '2015-03-25T22:59:00.000Z' },
        { deadline: 'triage', dueAt: null },
      ],
    });
    await answer('KE', topicId);
    await application.walkTo('2015-03-14T09:00:00.000Z');
    expect(await item(topicId)).toMatchObject({
      stage: 'under_triage',
      clock: 'running',
      ageSeconds: 3 * day,
      pauses: [{ ...pause, to: '2015-03-13T09:00:00.000Z' }],
      deadlines: [{ deadline: 'triage', dueAt: '2015-03-18T22:59:00.000Z' }],
    });
  });

  it('puts the oldest first by the time that counted, the ones that stand still among the others', async () => {
    const asked = await acknowledged('KE');
    await application.walkTo('2015-03-09T21:00:00.000Z');
    await ask(asked);
    const [older, newer] = [await send('JP'), await send('DE')];
    const order = async () => (await queue()).map(({ contributionId }) => contributionId);
    const together = [older, newer].sort();
    await application.walkTo('2015-03-10T08:59:59.000Z');
    expect(await order()).toStrictEqual([asked, ...together]);
    await application.walkTo('2015-03-10T09:00:01.000Z');
    expect(await order()).toStrictEqual([...together, asked]);
  });

  it('pages by cursor without losing or repeating any, counted at the instant of the first page', async () => {
    const sent = [await acknowledged('KE'), await acknowledged('JP'), await acknowledged('DE'), await send('FR'), await send('GH')];
    await ask(sent[0] ?? '');
    await application.walkTo('2015-03-09T10:00:00.000Z');
    await ask(sent[1] ?? '');
    await application.walkTo('2015-03-09T11:00:00.000Z');
    const whole = await queue();
    const seen: TriageItem[] = [];
    let cursor: string | null = null;
    do {
      const next: Awaited<ReturnType<typeof page>> = await page({}, 2, cursor);
      expect(next.total).toBe(5);
      seen.push(...next.items);
      cursor = next.next;
      await application.walkTo(`2015-03-09T${String(11 + seen.length)}:00:00.000Z`);
    } while (cursor !== null);
    expect(seen).toStrictEqual(whole);
    expect(whole.map(({ ageSeconds }) => ageSeconds)).toStrictEqual([7200, 7200, 7200, 3600, 0]);
    expect(await application.ask('triageQueue', { filter: {}, limit: 2, cursor: 'bm9uc2Vuc2U' })).toStrictEqual({
      code: 'paging.bad_cursor',
    });
  });

  it('says what is overdue until it is done', async () => {
    const [late, met] = [await send('KE'), await acknowledged('JP')];
    await application.walkTo('2015-03-11T22:59:00.000Z');
    expect(await queue({ overdue: 'true' })).toStrictEqual([]);
    await application.walkTo('2015-03-11T22:59:00.001Z');
    const passed = { deadline: 'acknowledgement', dueAt: '2015-03-11T22:59:00.000Z', passedAt: '2015-03-11T22:59:00.001Z' };
    expect((await queue({ overdue: 'true' })).map(({ contributionId, overdue }) => [contributionId, overdue])).toStrictEqual([
      [late, [passed]],
    ]);
    expect((await queue({ overdue: 'acknowledgement' })).length).toBe(1);
    expect((await queue({ overdue: 'triage' })).length).toBe(0);
    expect((await queue({ overdue: 'false' })).map(({ contributionId }) => contributionId)).toStrictEqual([met]);
    await application.done(officer, 'acknowledgeTopic', { topicId: late });
    expect(await queue({ overdue: 'true' })).toStrictEqual([]);
  });

  it('lets go what is decided, and takes it back without the time between when it is opened again', async () => {
    const topicId = await acknowledged('KE');
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'ORIGIN', secondaryThemes: [] });
    await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason: merit });
    await application.walkTo('2015-03-10T09:00:00.000Z');
    await application.done(decider, 'acceptTopic', { topicId, reason: merit });
    expect(await queue()).toStrictEqual([]);
    await application.walkTo('2015-03-20T09:00:00.000Z');
    await application.done(decider, 'reconsiderTopic', { topicId, reason: { code: 'mistake', text: { en: 'Read the wrong page.' } } });
    await application.walkTo('2015-03-21T09:00:00.000Z');
    expect(await item(topicId)).toMatchObject({
      stage: 'under_triage',
      primaryTheme: 'ORIGIN',
      ageSeconds: 2 * day,
      pauses: [{ from: '2015-03-10T09:00:00.000Z', to: '2015-03-20T09:00:00.000Z', stage: 'accepted', cause: 'TopicAccepted' }],
    });
  });

  it('follows the version of the procedure that an instance runs on, with a stage of its own in which the clock stands', async () => {
    const definition = shippedDefinition('topic');
    if (definition === null) throw new Error('no definition ships for topics');
    const counsel = { name: 'counsel', title: text('With the counsel'), milestone: 'acknowledged', final: false, clock: 'paused' } as const;
    const away = {
      ...definition,
      version: 2,
      stages: [...definition.stages, counsel],
      transitions: [
        ...definition.transitions,
        { event: 'StageEntered', from: ['under_triage'], to: 'counsel' },
        { event: 'StageEntered', from: ['counsel'], to: 'under_triage' },
      ],
    };
    const administrator = callerAs('administrator', null, 'ida');
    await application.done(administrator, 'publishWorkflow', { name: 'topic', definition, changeNote: text('As shipped') });
    await application.done(administrator, 'publishWorkflow', { name: 'topic', definition: away, changeNote: text('Counsel') });
    const topicId = await acknowledged('KE');
    await application.done(officer, 'startTopicTriage', { topicId });
    await application.walkTo('2015-03-10T09:00:00.000Z');
    await application.done(officer, 'moveToStage', { object: 'topic', id: topicId, to: 'counsel', reason: null });
    await application.walkTo('2015-03-12T09:00:00.000Z');
    expect(await item(topicId)).toMatchObject({
      stage: 'counsel',
      stageTitle: text('With the counsel'),
      clock: 'paused',
      ageSeconds: day,
      pauses: [{ to: null, stage: 'counsel', cause: 'StageEntered' }],
      deadlines: [{ deadline: 'triage', dueAt: null }],
    });
    await application.done(officer, 'moveToStage', { object: 'topic', id: topicId, to: 'under_triage', reason: null });
    await application.walkTo('2015-03-13T09:00:00.000Z');
    expect(await item(topicId)).toMatchObject({ clock: 'running', ageSeconds: 2 * day });
  });
});
