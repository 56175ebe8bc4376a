import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../../../test/support/application.ts';
import { callId, priorities, recordOpenCall, text, topicDraft } from '../../../test/support/opened.ts';
import { withAppend } from '../../../test/support/stores.ts';
import { commands, type CommandContext } from './index.ts';

const [drafter, delegate, foreign] = [callerAs('drafter', 'KE'), callerAs('delegate', 'KE'), callerAs('delegate', 'FR')];
const [officer, decider, approver] = [
  callerAs('officer', null, 'ada'),
  callerAs('officer', null, 'ben'),
  callerAs('approver', null, 'cleo'),
];
const firstPage = { limit: 50, cursor: null };
const good = { code: 'merit', text: { en: 'Good.' } };

describe('the straight path', () => {
  let application: TestApplication;
  beforeEach(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
  });
  afterEach(() => application.close());

  const released = async (): Promise<string> => {
    const { id } = await application.done(drafter, 'saveDraft', topicDraft());
    return (await application.done(delegate, 'releaseDraft', { draftId: id })).id;
  };
  const accepted = async (): Promise<string> => {
    const topicId = await released();
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason: good });
    await application.done(decider, 'acceptTopic', { topicId, reason: good });
    return topicId;
  };

  it('leads from a draft to a published agenda whose line leads back to the paragraph', async () => {
    const topicId = await accepted();
    await application.done(officer, 'openAgenda', { agendaId: 'A', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
    const heading = await application.done(officer, 'addAgendaHeading', { agendaId: 'A', title: text('Disputes'), theme: 'DISPUTES' });
    const headingId = (heading.events[0]?.data as { headingId: string }).headingId;
    const item = await application.done(officer, 'addAgendaItem', {
      agendaId: 'A',
      headingId,
      topicId,
      title: text('One law'),
      actionLabels: ['for_guidance'],
    });
    const { itemId } = item.events[0]?.data as { itemId: string };
    for (const theme of priorities.filter((code) => code !== 'DISPUTES'))
      await application.done(officer, 'justifyPriorityOmission', { agendaId: 'A', theme, reason: text('None came') });
    const proposed = await application.done(officer, 'proposeAgendaVersion', { agendaId: 'A', changeNote: text('First') });
    const { contentHash } = proposed.events[0]?.data as { contentHash: string };
    expect(await application.ask('agendaVersion', { agendaId: 'A', version: null }, { kind: 'public' })).toBeNull();
    await application.done(approver, 'approveAgendaVersion', { agendaId: 'A', contentHash });
    await application.done(officer, 'publishAgendaVersion', { agendaId: 'A' });
    const origin = await application.ask('agendaLineOrigin', { agendaId: 'A', version: 1, itemId }, { kind: 'public' });
    expect(origin).toMatchObject({
      item: { label: 'I - a' },
      contribution: { contributionId: topicId, member: 'KE', acceptedAt: null },
      guidance: { ref: 'GR-2' },
      source: { symbol: 'PC0410E1', paragraph: 'B16' },
    });
    expect(origin?.steps.map(({ type }) => type)).not.toContain('TopicRecommended');
    expect(await application.ask('contribution', { contributionId: topicId }, { kind: 'public' })).toMatchObject({
      stage: 'published',
      decision: null,
      recommendation: null,
    });
  });

  it('does not tell a Member of a decision before it is public', async () => {
    const topicId = await accepted();
    expect(await application.ask('contribution', { contributionId: topicId }, { kind: 'member', member: 'KE' })).toMatchObject({
      stage: 'classified',
      decision: null,
      recommendation: null,
    });
    expect(await application.ask('contribution', { contributionId: topicId }, { kind: 'internal' })).toMatchObject({ stage: 'accepted' });
    expect(await application.ask('contribution', { contributionId: topicId }, { kind: 'member', member: 'FR' })).toBeNull();
    expect(
      await application.ask('contributions', { filter: { stage: 'accepted' }, limit: 10, cursor: null }, { kind: 'member', member: 'KE' }),
    ).toMatchObject({ total: 0 });
  });

  it('keeps a draft from every other Member, as if it were not there', async () => {
    const { id } = await application.done(drafter, 'saveDraft', topicDraft());
    const missing = await application.give(foreign, 'releaseDraft', { draftId: '00000000-0000-5000-8000-000000000000' });
    expect(await application.give(foreign, 'releaseDraft', { draftId: id })).toStrictEqual(missing);
    expect(await application.give(foreign, 'saveDraft', { ...topicDraft(), draftId: id })).toStrictEqual(missing);
    expect(await application.ask('draft', { draftId: id }, { kind: 'member', member: 'FR' })).toBeNull();
    expect(await application.ask('drafts', firstPage, { kind: 'internal' })).toStrictEqual({ items: [], total: 0, next: null });
    expect(await application.ask('drafts', firstPage, { kind: 'member', member: 'KE' })).toMatchObject({ total: 1, next: null });
  });

  it('lets a drafter prepare and an official release, once', async () => {
    const { id } = await application.done(drafter, 'saveDraft', topicDraft());
    expect(await application.give(drafter, 'releaseDraft', { draftId: id })).toMatchObject({
      rejection: { code: 'draft.drafter_cannot_release' },
    });
    const key: Partial<CommandContext> = { idempotencyKey: 'the-same-key' };
    const first = await application.give(delegate, 'releaseDraft', { draftId: id }, key);
    expect(first).toMatchObject({ kind: 'done', replayed: false });
    expect(await application.give(delegate, 'releaseDraft', { draftId: id }, key)).toStrictEqual({ ...first, replayed: true });
    expect(await application.give(delegate, 'releaseDraft', { draftId: id })).toMatchObject({
      rejection: { code: 'draft.already_released' },
    });
    expect(await application.ask('drafts', firstPage, { kind: 'member', member: 'KE' })).toStrictEqual({ items: [], total: 0, next: null });
    await expect(Array.fromAsync(application.env.store.readStream(`draft-${id}`))).rejects.toMatchObject({ code: 'stream_deleted' });
  });

  it('takes a release at the deadline, keeps it as late one millisecond later, and refuses it after changes have closed', async () => {
    const [first, second, third] = [
      await application.done(drafter, 'saveDraft', topicDraft('a')),
      await application.done(drafter, 'saveDraft', topicDraft('b')),
      await application.done(drafter, 'saveDraft', topicDraft('c')),
    ];
    const released = async (draftId: string) => application.give(delegate, 'releaseDraft', { draftId });
    application.moveTo('2015-03-31T21:59:00.000Z');
    expect(await released(first.id)).toMatchObject({ answer: { events: [{ type: 'TopicSubmitted' }] } });
    application.moveTo('2015-03-31T21:59:00.001Z');
    const late = await released(second.id);
    expect(late).toMatchObject({
      answer: {
        events: [
          { type: 'TopicSubmitted', data: { late: true } },
          { type: 'TopicReceivedLate', data: { closedAt: '2015-03-31T21:59:00.000Z', receivedAt: '2015-03-31T21:59:00.001Z' } },
        ],
      },
    });
    const topicId = late.kind === 'done' ? late.answer.id : '';
    expect(await application.give(officer, 'acknowledgeTopic', { topicId })).toMatchObject({ rejection: { code: 'late.not_admitted' } });
    application.moveTo('2015-04-16T16:00:00.001Z');
    expect(await released(third.id)).toMatchObject({ rejection: { code: 'call.closed_for_edits' } });
  });

  it('tried dry records nothing', async () => {
    const before = await application.env.store.head();
    expect(await application.give(drafter, 'saveDraft', topicDraft(), { dryRun: true })).toMatchObject({
      kind: 'wouldRecord',
      events: [{ type: 'DraftSaved' }],
    });
    expect(await application.env.store.head()).toBe(before);
  });

  it('says which role may not', async () => {
    const topicId = await released();
    expect(await application.give(delegate, 'acknowledgeTopic', { topicId })).toStrictEqual({
      kind: 'refused',
      rejection: { code: 'authorisation.role_not_allowed', action: 'AcknowledgeTopic', role: 'delegate' },
    });
    expect(await application.give(callerAs('auditor', null), 'acknowledgeTopic', { topicId })).toMatchObject({ kind: 'refused' });
  });

  it('refuses who has seen an older revision', async () => {
    const topicId = await released();
    await application.done(officer, 'acknowledgeTopic', { topicId });
    expect(
      await application.give(officer, 'classifyTopic', { topicId, primaryTheme: 'ORIGIN', secondaryThemes: [] }, { ifMatch: 0n }),
    ).toMatchObject({ rejection: { code: 'revision.stale', expected: '0', actual: '1' } });
  });

  it('stamps every event with who, for whom, under which policy', async () => {
    const topicId = await released();
    const [event] = await Array.fromAsync(application.env.store.readStream(`topic-${topicId}`));
    expect(Object.keys(event?.metadata ?? {}).sort()).toStrictEqual([
      '$causationId',
      '$correlationId',
      'actingFor',
      'actor',
      'audience',
      'commandId',
      'grant',
      'occurredAt',
      'policy',
      'requestHash',
      'role',
      'schema',
    ]);
    expect(event?.metadata).toMatchObject({
      actor: 'delegate-KE',
      role: 'delegate',
      actingFor: 'KE',
      grant: 'accreditation-delegate-KE@0',
      audience: 'addressee',
      schema: '1',
      occurredAt: '2015-02-10T12:00:00.000Z',
    });
  });

  it('imports a document once, opens nothing before it is confirmed, and issues its requests word for word', async () => {
    const bytes = readFileSync('test/fixtures/documents/PC0990E1.md');
    const { id } = await application.done(officer, 'importWorkingDocument', { bytes });
    const head = await application.env.store.head();
    expect(await application.give(officer, 'importWorkingDocument', { bytes })).toMatchObject({ kind: 'done', answer: { id, events: [] } });
    expect(await application.env.store.head()).toBe(head);
    expect(await application.give(officer, 'issueGuidanceRequest', { documentId: id, ref: 'GR-1', expects: 'practice' })).toMatchObject({
      rejection: { code: 'document.not_confirmed' },
    });
    expect(await application.ask('documents', {}, { kind: 'public' })).toStrictEqual([]);
    await application.done(officer, 'confirmWorkingDocument', { documentId: id, sessionId: 'PTC-207-208', supplied: {} });
    expect(await application.done(officer, 'issueGuidanceRequest', { documentId: id, ref: 'GR-1', expects: 'practice' })).toMatchObject({
      id: 'PC0990.GR-1',
    });
    expect(await application.give(officer, 'issueGuidanceRequest', { documentId: id, ref: 'GR-9', expects: 'topic' })).toMatchObject({
      rejection: { code: 'guidance.not_quoted' },
    });
    const view = await application.ask('documentText', { documentId: id }, { kind: 'public' });
    expect([view?.paragraphs.length, view?.bodyParagraphs, view?.annexParagraphs]).toStrictEqual([28, 16, 12]);
    const texts = (await Array.fromAsync(application.env.store.readStream(`document-${id}`))).filter(
      ({ type }) => type === 'WorkingDocumentTextKept',
    );
    expect(Buffer.from(texts.map(({ data }) => (data as { text: string }).text).join(''), 'utf8').equals(bytes)).toBe(true);
  });

  it('imports a large document in parts and goes on where it was interrupted', async () => {
    const bytes = Buffer.from(
      `## T\n\n${Array.from({ length: 900 }, (_, index) => `${index + 1}. ${'word '.repeat(200)}.`).join('\n\n')}`,
      'utf8',
    );
    let left = 4;
    const { store: whole } = application.env;
    const store = withAppend(whole, (...args) => ((left -= 1) < 0 ? Promise.reject(new Error('power cut')) : whole.append(...args)));
    const context: CommandContext = { caller: officer, idempotencyKey: 'import-key', dryRun: false, ifMatch: null, correlationId: 'test' };
    await expect(commands.importWorkingDocument.run({ ...application.env, store }, { bytes }, context)).rejects.toThrow('power cut');
    const { id } = await application.done(officer, 'importWorkingDocument', { bytes });
    const view = await application.ask('documentText', { documentId: id });
    expect(view?.paragraphs).toHaveLength(900);
  });

  it('sends no call to who joins later', async () => {
    const status = await application.ask('conferenceStatus', {});
    expect(status.call).toMatchObject({ callId, addresseeCount: 120 });
  });
});
