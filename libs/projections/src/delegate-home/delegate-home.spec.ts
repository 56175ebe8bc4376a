import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../../../../test/support/application.ts';
import { callId, priorities, recordOpenCall, text, topicDraft } from '../../../../test/support/opened.ts';
import type { Role } from '../../../domain/src/index.ts';
import type { HomeSince } from '../index.ts';

const because = (code: string) => ({ code, text: { en: 'For a reason.' } });

describe('the home of a delegate', () => {
  const [officer, decider] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
  let application: TestApplication;
  beforeEach(async () => {
    application = bootWorkingApplication('2015-03-09T09:00:00.000Z');
    await recordOpenCall(application);
  });
  afterEach(async () => {
    await application.close();
    expect(application.alerts).toStrictEqual([]);
  });

  const home = async (member: string, role: Role = 'delegate', since: HomeSince | null = null) => {
    const found = await application.ask('delegateHome', { since }, { kind: 'member', member, role });
    if (found === null) throw new Error('no home');
    return found;
  };
  const asked = async (member: string, role?: Role) =>
    (await home(member, role)).asked.map(({ kind, id, dueAt, mayAnswer }) => [kind, id, dueAt, mayAnswer]);
  const send = async (member: string, title = `From ${member}`): Promise<string> => {
    const { id } = await application.done(callerAs('drafter', member), 'saveDraft', topicDraft(title));
    const topicId = (await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id;
    await application.settled();
    return topicId;
  };
  const triaged = async (member: string): Promise<string> => {
    const topicId = await send(member);
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    return topicId;
  };
  /** An agenda without a single topic, on which everything is left out for a reason. */
  const recordPublishedAgendaOn = async ({ done }: TestApplication): Promise<void> => {
    await done(officer, 'openAgenda', { agendaId: 'A', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
    const heading = await done(officer, 'addAgendaHeading', { agendaId: 'A', title: text('Opening'), theme: null });
    const { headingId } = heading.events[0]?.data as { headingId: string };
    const opening = {
      agendaId: 'A',
      headingId,
      procedure: 'opening' as const,
      title: text('Opening'),
      actionLabels: ['to_take_note' as const],
    };
    await done(officer, 'addProceduralAgendaItem', opening);
    for (const theme of priorities) await done(officer, 'justifyPriorityOmission', { agendaId: 'A', theme, reason: text('None came') });
    const proposed = await done(officer, 'proposeAgendaVersion', { agendaId: 'A', changeNote: text('First') });
    const { contentHash } = proposed.events[0]?.data as { contentHash: string };
    await done(callerAs('approver', null, 'cleo'), 'approveAgendaVersion', { agendaId: 'A', contentHash });
    await done(officer, 'publishAgendaVersion', { agendaId: 'A' });
  };
  const closesForNew = '2015-03-31T21:59:00.000Z';

  it('shows what the body asks until it is answered, or said to have no answer', async () => {
    const requests = ['PC0410.GR-1', 'PC0410.GR-2'];
    expect(await asked('KE')).toStrictEqual(requests.map((id) => ['guidance_answer', id, closesForNew, true]));
    await send('KE');
    expect((await asked('KE')).map(([, id]) => id)).toStrictEqual(['PC0410.GR-1']);
    await application.done(callerAs('delegate', 'KE'), 'recordGuidanceNilReturn', { guidanceId: 'PC0410.GR-1', member: null });
    expect(await asked('KE')).toStrictEqual([]);
  });

  it('shows a drafter what waits for somebody who releases, and that it is not his to answer', async () => {
    const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft('Prepared'));
    expect(await asked('KE', 'delegate')).toContainEqual(['draft_release', id, closesForNew, true]);
    expect(await asked('KE', 'drafter')).toContainEqual(['draft_release', id, closesForNew, false]);
    expect((await asked('FR')).filter(([kind]) => kind === 'draft_release')).toStrictEqual([]);
  });

  it('shows a clarification with its words to every Member behind the topic, until it is answered', async () => {
    const topicId = await triaged('KE');
    await application.done(callerAs('delegate', 'FR'), 'joinTopic', { topicId });
    await application.done(officer, 'requestTopicClarification', { topicId, questions: { en: 'Which law?' }, due: null });
    for (const member of ['KE', 'FR']) {
      const [first] = (await home(member)).asked;
      expect(first).toMatchObject({
        kind: 'clarification',
        command: 'AnswerTopicClarification',
        object: 'topic',
        id: topicId,
        about: { en: 'From KE' },
        words: { en: 'Which law?' },
        dueAt: '2015-03-23T22:59:00.000Z',
      });
    }
    await application.done(callerAs('delegate', 'KE'), 'answerTopicClarification', { topicId, answer: { en: 'The second.' } });
    expect((await asked('FR')).map(([kind]) => kind)).not.toContain('clarification');
  });

  it('shows each Member that is asked to consent to a merge what it is asked, until all is answered', async () => {
    const [kenyan, french] = [await triaged('KE'), await triaged('FR')];
    const merge = { topicId: kenyan, targetId: french, reason: because('same_question') };
    const { events } = await application.done(officer, 'proposeTopicMerge', merge);
    const { mergeId } = events[0]?.data as { mergeId: string };
    const consent = (await home('FR')).asked.find(({ kind }) => kind === 'merge_consent');
    expect(consent).toMatchObject({ id: kenyan, details: { mergeId }, dueAt: '2015-03-23T22:59:00.000Z', mayAnswer: true });
    await application.done(callerAs('delegate', 'FR'), 'consentToTopicMerge', { topicId: kenyan, mergeId });
    const kinds = async (member: string) => (await asked(member)).flatMap(([kind]) => (kind === 'merge_consent' ? [kind] : []));
    expect([await kinds('FR'), await kinds('KE')]).toStrictEqual([[], ['merge_consent']]);
    await application.done(callerAs('delegate', 'KE'), 'refuseTopicMerge', { topicId: kenyan, mergeId, reason: because('own_voice') });
    expect(await kinds('KE')).toStrictEqual([]);
  });

  it('shows an entry that the Member has to confirm, also when its time has passed', async () => {
    const { content } = topicDraft('As said');
    const { id } = await application.done(officer, 'enterTopicForMember', {
      member: 'KE' as never,
      guidanceId: 'PC0410.GR-2',
      callId,
      content,
      channel: 'floor',
      receivedAt: '2015-03-09T08:00:00.000Z' as never,
      original: null,
    });
    const due = '2015-03-23T22:59:00.000Z';
    expect(await asked('KE')).toContainEqual(['entry_confirmation', id, due, true]);
    await application.walkTo('2015-03-25T09:00:00.000Z');
    expect(await asked('KE')).toContainEqual(['entry_confirmation', id, due, true]);
    await application.done(callerAs('delegate', 'KE'), 'confirmTopicEntry', { topicId: id });
    expect((await asked('KE')).map(([kind]) => kind)).not.toContain('entry_confirmation');
  });

  it('shows where the Member’s contributions stand, those of others that it joined among them, and nothing internal', async () => {
    const topicId = await triaged('KE');
    await application.done(callerAs('delegate', 'FR'), 'joinTopic', { topicId });
    await application.done(officer, 'recommendTopic', { topicId, recommendation: 'decline', reason: because('out_of_scope') });
    await application.done(decider, 'declineTopic', { topicId, reason: because('out_of_scope') });
    const standing = async (member: string) =>
      (await home(member)).contributions.map(({ contributionId, stage, decision, isOwn }) => [contributionId, stage, decision, isOwn]);
    expect(await standing('KE')).toStrictEqual([[topicId, 'classified', null, true]]);
    expect(await standing('FR')).toStrictEqual([[topicId, 'classified', null, false]]);
    expect(await standing('JP')).toStrictEqual([]);
    const { id } = await application.done(officer, 'prepareRelease', {
      title: { en: 'First', fr: 'Premier' },
      items: [{ category: 'topic', id: topicId }],
    });
    await application.done(decider, 'issueRelease', { releaseId: id });
    await application.settled();
    expect((await home('KE')).contributions).toMatchObject([{ stage: 'declined', decision: { reasonCode: 'out_of_scope' } }]);
  });

  it('says what has changed since a ledger size or an instant, without steps that are kept from the Member', async () => {
    const topicId = await send('KE');
    const { size } = await home('KE');
    await application.walkTo('2015-03-10T09:00:00.000Z');
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') });
    const changes = async (since: HomeSince) =>
      (await home('KE', 'delegate', since)).changed.map(({ object, id, steps }) => [object, id, steps.map(({ type }) => type)]);
    const expected = [['topic', topicId, ['TopicAcknowledged', 'TopicClassified']]];
    expect(await changes({ size })).toStrictEqual(expected);
    expect(await changes({ instant: '2015-03-09T12:00:00.000Z' as never })).toStrictEqual(expected);
    expect(await changes({ size: (await home('KE')).size })).toStrictEqual([]);
    expect((await home('KE')).changed).toStrictEqual([]);
    expect((await home('FR', 'delegate', { size })).changed).toStrictEqual([]);
  });

  it('shows a draft agenda on which the Member can comment until the last moment for it', async () => {
    await recordPublishedAgendaOn(application);
    const until = { wallTime: '2015-04-30T23:59', zone: 'Europe/Brussels' };
    const { id } = await application.done(officer, 'circulateAgenda', { agendaId: 'A', commentsUntil: until });
    expect(id).toBe('A');
    const dueAt = '2015-04-30T21:59:00.000Z';
    const comment = (await home('JP')).asked.find(({ kind }) => kind === 'agenda_comment');
    expect(comment).toMatchObject({ command: 'CommentOnAgenda', id: 'A', about: text('Agenda'), dueAt, details: { version: '1' } });
    application.moveTo(dueAt);
    expect((await asked('JP')).map(([kind]) => kind)).toContain('agenda_comment');
    application.moveTo('2015-04-30T21:59:00.001Z');
    expect((await asked('JP')).map(([kind]) => kind)).not.toContain('agenda_comment');
  });

  it('shows a decision that comes about by silence, until it has', async () => {
    const words = { title: text('Compendium'), text: text('A compendium is published.'), verb: 'agreed' as const };
    await application.done(officer, 'draftDecision', { decisionId: 'D', sessionId: 'PTC-207-208', about: [], ...words });
    await application.done(callerAs('approver', null, 'cleo'), 'circulateDecision', { decisionId: 'D', deadline: '2015-03-20T13:00' });
    expect((await home('JP')).asked[0]).toMatchObject({
      kind: 'silence',
      command: 'ObjectToDecision',
      id: 'D',
      about: text('Compendium'),
      words: text('A compendium is published.'),
      dueAt: '2015-03-20T12:00:00.000Z',
    });
    await application.walkTo('2015-03-21T12:00:00.000Z');
    expect((await asked('JP')).map(([kind]) => kind)).not.toContain('silence');
  });

  it('is a Member’s alone', async () => {
    expect(await application.ask('delegateHome', { since: null })).toBeNull();
    expect(await application.ask('delegateHome', { since: null }, { kind: 'public' })).toBeNull();
  });
});
