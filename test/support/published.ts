import { readFileSync } from 'node:fs';
import { callerAs, instant, type TestApplication } from './application.ts';
import { priorities, recordOpenCall, setup, text, topicDraft } from './opened.ts';

const [officer, decider, approver] = [
  callerAs('officer', null, 'ada'),
  callerAs('officer', null, 'ben'),
  callerAs('approver', null, 'cleo'),
];
const reason = { code: 'merit', text: { en: 'Good.' } };
const hostile = '<script>document.title="broken"</script> عنوان طويل';

/** A published agenda with one hostile title, and a confirmed document. @returns the item's id and the document's */
export const recordPublishedAgenda = async (
  application: TestApplication,
): Promise<{ readonly itemId: string; readonly documentId: string }> => {
  await recordOpenCall(application);
  const clock = { mode: 'virtual', start: instant('2015-02-10T12:00:00.000Z'), rate: 1 } as const;
  await application.done(setup, 'openLedger', { origin: 'test/rapporteur/00000000', uuid: 'u', vkey: 'v', clock });
  await application.done(setup, 'declareInventedSamples', { note: text('Invented for a test'), count: 1 });
  const document = await application.done(officer, 'importWorkingDocument', { bytes: readFileSync('test/fixtures/documents/PC0990E1.md') });
  await application.done(officer, 'confirmWorkingDocument', { documentId: document.id, sessionId: 'PTC-207-208', supplied: {} });
  const draft = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(hostile));
  const topicId = (await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: draft.id })).id;
  await application.done(officer, 'acknowledgeTopic', { topicId });
  await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
  await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason });
  await application.done(decider, 'acceptTopic', { topicId, reason });
  await application.done(officer, 'openAgenda', { agendaId: 'A', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
  const heading = await application.done(officer, 'addAgendaHeading', { agendaId: 'A', title: text('Disputes'), theme: 'DISPUTES' });
  const { headingId } = heading.events[0]?.data as { headingId: string };
  const item = await application.done(officer, 'addAgendaItem', {
    agendaId: 'A',
    headingId,
    topicId,
    title: { en: hostile, fr: 'x'.repeat(300) },
    actionLabels: ['for_guidance'],
  });
  for (const theme of priorities.filter((code) => code !== 'DISPUTES'))
    await application.done(officer, 'justifyPriorityOmission', { agendaId: 'A', theme, reason: text('None came') });
  const proposed = await application.done(officer, 'proposeAgendaVersion', { agendaId: 'A', changeNote: text('First') });
  await application.done(approver, 'approveAgendaVersion', {
    agendaId: 'A',
    contentHash: (proposed.events[0]?.data as { contentHash: string }).contentHash,
  });
  const { position } = await application.done(officer, 'publishAgendaVersion', { agendaId: 'A' });
  if (position !== null) await application.env.projections.waitForPosition(BigInt(position) as never);
  return { itemId: (item.events[0]?.data as { itemId: string }).itemId, documentId: document.id };
};
