import { readFileSync } from 'node:fs';
import type { CalendarDate, MemberCode, SessionPlan } from '../../libs/domain/src/index.ts';
import { sessionPlans } from '../../libs/reference/src/index.ts';
import { callerAs, type TestApplication } from './application.ts';
import { callId, setup, topicDraft } from './opened.ts';

const officer = callerAs('officer', null);

/** The session after the next, as a Secretariat would plan it. */
export const springSession = (): SessionPlan => {
  const [, autumn] = sessionPlans();
  if (autumn === undefined) throw new Error('no next session');
  const dates = { start: '2016-03-01' as CalendarDate, end: '2016-03-04' as CalendarDate };
  return { ...autumn, ...dates, sessionId: 'PTC-211-212', numbers: [211, 212], label: { en: '211th/212th', fr: '211ème/212ème' } };
};

/** Plans 209/210 and 211/212 and gives notice of the first. */
export const planLaterSessions = async (application: TestApplication): Promise<void> => {
  for (const plan of [...sessionPlans().slice(1), springSession()]) await application.done(setup, 'planSession', plan);
  await application.done(officer, 'conveneSession', { sessionId: 'PTC-209-210' });
};

/** Imports and confirms the document that stands for every kind of evidence here. @returns its id */
export const confirmedDocument = async (application: TestApplication, bytes?: Uint8Array, symbol = 'PC0450E1'): Promise<string> => {
  const imported = await application.done(officer, 'importWorkingDocument', {
    bytes: bytes ?? readFileSync('test/fixtures/documents/PC0990E1.md'),
  });
  await application.done(officer, 'confirmWorkingDocument', { documentId: imported.id, sessionId: 'PTC-207-208', supplied: { symbol } });
  return imported.id;
};

/** A practice note or a topic, sent by a Member. @returns its id */
export const sent = async (application: TestApplication, member: string, kind: 'practice' | 'topic', title: string): Promise<string> => {
  const drafted = { ...topicDraft(title), kind, guidanceId: kind === 'topic' ? 'PC0410.GR-2' : 'PC0410.GR-1', callId };
  const { id } = await application.done(callerAs('drafter', member), 'saveDraft', drafted);
  return (await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id;
};

export const memberCode = (code: string): MemberCode => code as MemberCode;
