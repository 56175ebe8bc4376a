import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { recordOpenCall, topicDraft } from '../../../../test/support/opened.ts';
import { runProcesses } from '../../../../test/support/processes.ts';
import type { Caller } from '../../../application/src/index.ts';
import { followingProcesses } from '../shipped.ts';

const [ada, ben] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
const reason = { code: 'same_question', text: { en: 'The same question.' } };
const apart = { code: 'own_voice', text: { fr: 'Notre propre point.' } };
const delegate = (member: string): Caller => callerAs('delegate', member);

describe('a merge', () => {
  let application: TestApplication;
  let processes: ReturnType<typeof runProcesses>;
  beforeEach(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    processes = runProcesses(application, followingProcesses);
  });
  afterEach(async () => {
    await processes.stop();
    await application.close();
  });

  const topicOf = async (member: string, title = `Topic of ${member}`): Promise<string> => {
    const { id } = await application.done(callerAs('drafter', member), 'saveDraft', topicDraft(title));
    const topicId = (await application.done(delegate(member), 'releaseDraft', { draftId: id })).id;
    await application.done(ada, 'acknowledgeTopic', { topicId });
    await application.done(ada, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    return topicId;
  };
  const propose = async (topicId: string, targetId: string): Promise<string> => {
    const { events } = await application.done(ben, 'proposeTopicMerge', { topicId, targetId, reason });
    return (events[0]?.data as { mergeId: string }).mergeId;
  };
  const consent = (member: string, topicId: string, mergeId: string) =>
    application.done(delegate(member), 'consentToTopicMerge', { topicId, mergeId });
  const typesOf = async (topicId: string): Promise<readonly string[]> =>
    (await Array.fromAsync(application.env.store.readStream(`topic-${topicId}`)))
      .map(({ type }) => type)
      .filter((type) => /Merge|Source/.test(type));

  it('goes from the consents to its end by itself', async () => {
    const [source, target] = [await topicOf('KE'), await topicOf('GH')];
    const mergeId = await propose(source, target);
    await consent('KE', source, mergeId);
    await consent('GH', source, mergeId);
    await processes.runner.idle();
    expect(await typesOf(source)).toStrictEqual([
      'TopicMergeProposed',
      'TopicMergeConsented',
      'TopicMergeConsented',
      'TopicMergeReserved',
      'TopicMergedInto',
    ]);
    expect(await typesOf(target)).toStrictEqual(['TopicMergeAccepted']);
    expect(
      await application.give(delegate('GH'), 'withdrawTopic', { topicId: target, reason: { code: 'replaced', text: { en: 'x' } } }),
    ).toMatchObject({
      rejection: { code: 'topic.other_sponsors', members: ['KE'] },
    });
  });

  it('ends when one Member asks to stay apart', async () => {
    const [source, target] = [await topicOf('KE'), await topicOf('GH')];
    const mergeId = await propose(source, target);
    await consent('KE', source, mergeId);
    await application.done(delegate('GH'), 'refuseTopicMerge', { topicId: source, mergeId, reason: apart });
    await processes.runner.idle();
    expect(await typesOf(source)).toStrictEqual(['TopicMergeProposed', 'TopicMergeConsented', 'TopicMergeRefused']);
    expect(await typesOf(target)).toStrictEqual([]);
  });

  it('is released when the target was withdrawn meanwhile', async () => {
    const [source, target] = [await topicOf('KE'), await topicOf('GH')];
    const mergeId = await propose(source, target);
    await consent('GH', source, mergeId);
    await application.done(delegate('GH'), 'withdrawTopic', { topicId: target, reason: { code: 'replaced', text: { en: 'x' } } });
    await consent('KE', source, mergeId);
    await processes.runner.idle();
    expect((await typesOf(source)).slice(-2)).toStrictEqual(['TopicMergeReserved', 'TopicMergeReleased']);
    expect(
      await application.give(ben, 'recommendTopic', {
        topicId: source,
        recommendation: 'accept',
        reason: { code: 'merit', text: { en: 'x' } },
      }),
    ).toMatchObject({
      kind: 'done',
    });
  });

  it('is undone: the Members who came with the source leave with it', async () => {
    const [source, target] = [await topicOf('KE'), await topicOf('GH')];
    const mergeId = await propose(source, target);
    await consent('KE', source, mergeId);
    await consent('GH', source, mergeId);
    await processes.runner.idle();
    await application.done(ada, 'unmergeTopic', { topicId: source, reason: { code: 'mistake', text: { en: 'By mistake.' } } });
    await processes.runner.idle();
    expect((await typesOf(target)).at(-1)).toBe('TopicSourceDropped');
    expect(
      await application.give(delegate('GH'), 'withdrawTopic', { topicId: target, reason: { code: 'replaced', text: { en: 'x' } } }),
    ).toMatchObject({
      kind: 'done',
    });
  });

  it('withdrawn afterwards takes its Member away, not the topic (UJ-04)', async () => {
    const [source, target] = [await topicOf('KE'), await topicOf('GH')];
    const mergeId = await propose(source, target);
    await consent('KE', source, mergeId);
    await consent('GH', source, mergeId);
    await processes.runner.idle();
    await application.done(delegate('KE'), 'withdrawTopic', { topicId: source, reason: { code: 'internal_decision', text: { en: 'x' } } });
    await processes.runner.idle();
    expect((await typesOf(target)).at(-1)).toBe('TopicSourceDropped');
  });

  it('of two topics into each other at the same moment makes no ring and holds nothing', async () => {
    const pairs = Number(process.env['MERGE_PAIRS'] ?? 40);
    const topics: (readonly [string, string])[] = [];
    for (let n = 0; n < pairs; n += 1) topics.push([await topicOf('KE', `a${n}`), await topicOf('GH', `b${n}`)]);
    const bothWays = topics.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
    const proposals = await Promise.all(bothWays.map(async ([source, target]) => [source, await propose(source, target)] as const));
    await Promise.all(proposals.flatMap(([source, mergeId]) => [consent('KE', source, mergeId), consent('GH', source, mergeId)]));
    await processes.runner.idle();
    const ends = await Promise.all(topics.map(async ([a, b]) => [(await typesOf(a)).at(-1), (await typesOf(b)).at(-1)]));
    const isMerged = (type: string | undefined): boolean => type === 'TopicMergedInto';
    expect(ends.filter(([a, b]) => isMerged(a) && isMerged(b))).toStrictEqual([]);
    const open = ['TopicMergeReserved', 'TopicMergeConsented', 'TopicMergeProposed'];
    expect(ends.flat().filter((type) => type !== undefined && open.includes(type))).toStrictEqual([]);
    expect(processes.alerts).toStrictEqual([]);
  }, 1_000_000);
});
