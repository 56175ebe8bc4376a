import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, instant, type TestApplication } from '../../../../test/support/application.ts';
import { callId, recordOpenCall, text, topicDraft } from '../../../../test/support/opened.ts';
import { runProcesses } from '../../../../test/support/processes.ts';
import { member } from '../../../../test/support/domain.ts';
import { followingProcesses } from '../shipped.ts';

const [ada, ben] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
const [approver, chair] = [callerAs('approver', null), callerAs('chair', null)];
const [drafter, delegate, foreign] = [callerAs('drafter', 'KE'), callerAs('delegate', 'KE'), callerAs('delegate', 'GH')];
const because = (code: string) => ({ code, text: { en: 'For this reason.' } });

describe('contributions', () => {
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

  const released = async (draft: Parameters<typeof application.done<'saveDraft'>>[2] = topicDraft()): Promise<string> => {
    const { id } = await application.done(drafter, 'saveDraft', draft);
    return (await application.done(delegate, 'releaseDraft', { draftId: id })).id;
  };
  const underTriage = async (): Promise<string> => {
    const topicId = await released();
    await application.done(ada, 'acknowledgeTopic', { topicId });
    await application.done(ada, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    return topicId;
  };
  const typesOf = async (stream: string): Promise<readonly string[]> =>
    (await Array.fromAsync(application.env.store.readStream(stream))).map(({ type }) => type);
  const codeOf = async (answer: Promise<unknown>): Promise<unknown> => ((await answer) as { rejection?: { code: string } }).rejection?.code;

  it('decided are told in one batch, by another than who put it together, and only what still stands', async () => {
    const [first, second] = [await underTriage(), await underTriage()];
    for (const topicId of [first, second]) {
      await application.done(ada, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') });
      await application.done(ben, 'acceptTopic', { topicId, reason: because('merit') });
    }
    const items = [first, second].map((id) => ({ category: 'topic', id }) as const);
    const { id: releaseId } = await application.done(ada, 'prepareRelease', { title: text('April'), items });
    expect(await codeOf(application.give(ada, 'issueRelease', { releaseId }))).toBe('release.preparer_cannot_release');
    await application.done(ben, 'reconsiderTopic', { topicId: second, reason: because('mistake') });
    expect(await codeOf(application.give(approver, 'issueRelease', { releaseId }))).toBe('release.decision_changed');
    const { id: again } = await application.done(ada, 'prepareRelease', { title: text('April'), items: items.slice(0, 1) });
    await application.done(approver, 'issueRelease', { releaseId: again });
    await processes.runner.idle();
    expect((await typesOf(`topic-${first}`)).at(-1)).toBe('TopicDecisionReleased');
    expect(await codeOf(application.give(ada, 'prepareRelease', { title: text('May'), items: items.slice(0, 1) }))).toBe(
      'release.nothing_to_tell',
    );
  });

  it('are shown to their Member as decided from the release on, not before, and as opened again only when that is told', async () => {
    const topicId = await underTriage();
    await application.done(delegate, 'amendTopic', { topicId, content: { ...topicDraft().content, text: 'Anew.' } });
    await application.done(ada, 'recommendTopic', { topicId, recommendation: 'decline', reason: because('not_ready') });
    await application.done(ben, 'declineTopic', { topicId, reason: because('not_ready') });
    const { id: releaseId } = await application.done(ada, 'prepareRelease', {
      title: text('April'),
      items: [{ category: 'topic', id: topicId }],
    });
    const seenBy = (code: string) => application.ask('contribution', { contributionId: topicId }, { kind: 'member', member: code });
    expect(await seenBy('KE')).toMatchObject({
      stage: 'classified',
      decision: null,
      recommendation: null,
      edition: 2,
      content: { text: 'Anew.' },
    });
    expect(
      await application.ask('contributions', { filter: { stage: 'declined' }, limit: 9, cursor: null }, { kind: 'member', member: 'KE' }),
    ).toMatchObject({ total: 0 });
    await application.done(approver, 'issueRelease', { releaseId });
    await processes.runner.idle();
    expect(await seenBy('KE')).toMatchObject({
      stage: 'declined',
      decision: { outcome: 'declined', reasonCode: 'not_ready' },
      recommendation: null,
    });
    expect(await seenBy('GH')).toBeNull();
    const steps = async (code: string) =>
      (await application.ask('history', { stream: `topic-${topicId}` }, { kind: 'member', member: code }))?.map(({ type }) => type);
    expect(await steps('KE')).toStrictEqual([
      'TopicSubmitted',
      'TopicAcknowledged',
      'TopicClassified',
      'TopicAmended',
      'TopicDeclined',
      'TopicDecisionReleased',
    ]);
    expect(await steps('GH')).toStrictEqual([]);
    await application.done(ben, 'reconsiderTopic', { topicId, reason: because('new_information') });
    await application.done(ada, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') });
    await application.done(ben, 'acceptTopic', { topicId, reason: because('merit') });
    expect(await seenBy('KE')).toMatchObject({ stage: 'declined', decision: { outcome: 'declined' } });
    expect(await application.ask('contribution', { contributionId: topicId })).toMatchObject({
      stage: 'accepted',
      decision: { outcome: 'accepted' },
    });
    await application.done(foreign, 'joinTopic', { topicId });
    expect(await seenBy('GH')).toMatchObject({ stage: 'declined', sponsors: [{ member: 'KE' }, { member: 'GH' }] });
  });

  it('put off come back by themselves in the session they were put off to', async () => {
    await application.done(ada, 'planSession', {
      sessionId: 'PTC-209-210',
      body: 'PTC',
      numbers: [209, 210],
      start: '2015-10-14',
      end: '2015-10-16',
      place: 'Brussels',
    } as never);
    const topicId = await underTriage();
    await application.done(ada, 'recommendTopic', {
      topicId,
      recommendation: 'defer',
      toSession: 'PTC-209-210',
      reason: because('next_session'),
    });
    expect(await codeOf(application.give(ben, 'deferTopic', { topicId, toSession: 'PTC-1-2', reason: because('next_session') }))).toBe(
      'topic.session_not_ahead',
    );
    await application.done(ben, 'deferTopic', { topicId, toSession: 'PTC-209-210', reason: because('next_session') });
    const { id: releaseId } = await application.done(ada, 'prepareRelease', {
      title: text('April'),
      items: [{ category: 'topic', id: topicId }],
    });
    await application.done(approver, 'issueRelease', { releaseId });
    await processes.runner.idle();
    await application.done(ada, 'conveneSession', { sessionId: 'PTC-209-210' });
    await processes.runner.idle();
    expect((await typesOf(`topic-${topicId}`)).slice(-2)).toStrictEqual(['TopicDecisionReleased', 'TopicCarriedOver']);
    expect(await application.give(ben, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') })).toMatchObject({
      kind: 'done',
    });
  });

  it('received by mail count by the day they came, and are the Member’s to confirm', async () => {
    application.moveTo('2015-04-02T09:00:00.000Z');
    const entry = {
      member: member('KE'),
      guidanceId: 'PC0410.GR-2',
      callId,
      content: topicDraft().content,
      channel: 'email',
      original: { sha256: 'a'.repeat(64), name: 'mail.eml', mediaType: 'message/rfc822', sizeBytes: 12 },
    } as const;
    const { id: topicId, events } = await application.done(ada, 'enterTopicForMember', {
      ...entry,
      receivedAt: instant('2015-03-31T21:59:00.000Z'),
    });
    expect(events.map(({ type }) => type)).toStrictEqual(['TopicSubmitted', 'TopicEnteredForMember']);
    const late = await application.done(ada, 'enterTopicForMember', { ...entry, receivedAt: instant('2015-03-31T21:59:00.001Z') });
    expect(late.events.map(({ type }) => type)).toStrictEqual(['TopicSubmitted', 'TopicReceivedLate', 'TopicEnteredForMember']);
    expect(await codeOf(application.give(foreign, 'confirmTopicEntry', { topicId }))).toBe('topic.not_found');
    expect(await codeOf(application.give(drafter, 'confirmTopicEntry', { topicId }))).toBe('authorisation.role_not_allowed');
    await application.done(delegate, 'correctTopicEntry', { topicId, content: { ...entry.content, text: 'In our own words.' } });
    expect((await typesOf(`topic-${topicId}`)).at(-1)).toBe('TopicEntryCorrected');
  });

  it('late are admitted by an officer and reach the agenda by the Chair alone', async () => {
    application.moveTo('2015-04-02T09:00:00.000Z');
    const topicId = await released();
    expect(await codeOf(application.give(ada, 'admitLateTopic', { topicId, reason: because('because') }))).toBe('reason.unknown_code');
    await application.done(ada, 'admitLateTopic', { topicId, reason: because('technical_failure') });
    expect(await codeOf(application.give(ben, 'ruleOnLateTopic', { topicId, ruling: 'on_agenda', reason: because('relevance') }))).toBe(
      'authorisation.role_not_allowed',
    );
    await application.done(chair, 'ruleOnLateTopic', { topicId, ruling: 'on_agenda', reason: because('relevance') });
    await application.done(ada, 'acknowledgeTopic', { topicId });
  });

  it('divided go on as parts that the Member confirms', async () => {
    const topicId = await underTriage();
    const part = (title: string) => ({ title, text: `About ${title}.`, primaryTheme: 'ORIGIN', secondaryThemes: [] });
    const { events } = await application.done(ada, 'splitTopic', {
      topicId,
      parts: [part('proof'), part('appeal')],
      reason: because('two_questions'),
    });
    await processes.runner.idle();
    const { parts } = events[0]?.data as { parts: { topicId: string }[] };
    for (const { topicId: partId } of parts) {
      expect(await typesOf(`topic-${partId}`)).toStrictEqual(['TopicSubmitted', 'TopicEnteredForMember']);
      await application.done(delegate, 'confirmTopicEntry', { topicId: partId });
    }
  });

  it('ruled duplicates are ruled in one place, whichever of the two is named', async () => {
    const [first, second] = [await released(), await released()];
    await application.done(ada, 'confirmTopicDuplicate', { topicId: first, otherId: second, reason: because('same_question') });
    expect(
      await codeOf(
        application.give(ben, 'ruleOutTopicDuplicate', { topicId: second, otherId: first, reason: because('different_question') }),
      ),
    ).toBe('duplicate.ruled_otherwise');
    expect(
      await codeOf(application.give(ada, 'confirmTopicDuplicate', { topicId: first, otherId: first, reason: because('same_question') })),
    ).toBe('duplicate.same_item');
    await application.done(ben, 'undoTopicDuplicateRuling', { topicId: second, otherId: first, reason: because('mistake') });
    await application.done(ben, 'ruleOutTopicDuplicate', { topicId: second, otherId: first, reason: because('different_question') });
  });

  it('answered in time go on; an answer one millisecond late is refused', async () => {
    const topicId = await underTriage();
    await application.done(ada, 'requestTopicClarification', { topicId, questions: { en: 'Who speaks?' }, due: null });
    expect(await codeOf(application.give(ada, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') }))).toBe(
      'clarification.open',
    );
    application.moveTo('2015-02-24T22:59:00.001Z');
    expect(await codeOf(application.give(delegate, 'answerTopicClarification', { topicId, answer: { en: 'A judge.' } }))).toBe(
      'clarification.too_late',
    );
    application.moveTo('2015-02-24T22:59:00.000Z');
    await application.done(delegate, 'answerTopicClarification', { topicId, answer: { en: 'A judge.' } });
    await application.done(ada, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') });
  });

  it('tell a Member nothing of a judgement that was not released, whatever it tries', async () => {
    const [judged, open] = [await underTriage(), await underTriage()];
    await application.done(ada, 'recommendTopic', { topicId: judged, recommendation: 'decline', reason: because('not_ready') });
    await application.done(ben, 'declineTopic', { topicId: judged, reason: because('not_ready') });
    const tries = (topicId: string) => [
      application.give(delegate, 'requestTopicReview', { topicId, text: { en: 'Please.' } }),
      application.give(delegate, 'requestTopicWithdrawal', { topicId, reason: because('replaced') }),
      application.give(delegate, 'answerTopicClarification', { topicId, answer: { en: 'x' } }),
      application.give(delegate, 'leaveTopic', { topicId }),
      application.give(delegate, 'confirmTopicEntry', { topicId }),
      application.give(delegate, 'consentToTopicMerge', { topicId, mergeId: 'm' }),
    ];
    expect(await Promise.all(tries(judged))).toStrictEqual(await Promise.all(tries(open)));
    const changed = { ...topicDraft().content, text: 'Anew.' };
    for (const topicId of [judged, open]) {
      await application.done(delegate, 'amendTopic', { topicId, content: changed });
      await application.done(delegate, 'contestTopicThemes', { topicId, primaryTheme: 'ORIGIN', secondaryThemes: [], text: { en: 'No.' } });
      await application.done(foreign, 'joinTopic', { topicId });
      await application.done(foreign, 'leaveTopic', { topicId });
      await application.done(delegate, 'withdrawTopic', { topicId, reason: because('replaced') });
    }
  });
});
