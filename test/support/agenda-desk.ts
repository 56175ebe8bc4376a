import { expect } from '@jest/globals';
import { problemTexts } from '../../libs/application/src/index.ts';
import { callerAs, type TestApplication } from './application.ts';
import { openDesk, type Desk } from './desk.ts';
import type { HttpAnswer } from './http.ts';
import { recordOpenCall, setup, text, topicDraft } from './opened.ts';

export const [officer, second] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
const merit = { code: 'merit', text: { en: 'Good.' } };
export const because = (code: string) => ({ reason: { code, text: { en: 'For a reason that is told.' } } });
export const brussels = (wallTime: string) => ({ wallTime, zone: 'Europe/Brussels' });

/** Put on record, but no Member before December. */
const comingLater = {
  code: 'XX',
  name: text('Exercise (invented)'),
  region: 'EUR',
  accededOn: '2015-12-01',
  accessionVerified: false,
  correspondenceLanguage: 'en',
  landlocked: false,
  kind: 'exercise',
  economicCommunities: [],
};

/** A topic that a Member sends, about disputes. @returns its id */
export const submitTopic = async (application: TestApplication, member: string, title: string): Promise<string> => {
  const draft = await application.done(callerAs('drafter', member), 'saveDraft', topicDraft(title));
  return (await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: draft.id })).id;
};

/** Acknowledged, classified, recommended and accepted by another. @returns its id */
export const acceptTopic = async (application: TestApplication, topicId: string): Promise<string> => {
  await application.done(officer, 'acknowledgeTopic', { topicId });
  await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
  await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason: merit });
  await application.done(second, 'acceptTopic', { topicId, reason: merit });
  return topicId;
};

/** Somebody of a Member who may speak. @returns the accreditation */
export const accredited = async (application: TestApplication, member: string): Promise<string> => {
  const grant = { role: 'delegate', member, validFrom: null, validUntil: null, language: 'en' } as never;
  return (await application.done(setup, 'grantAccreditation', grant)).id;
};

export const contentHashIn = ({ body }: HttpAnswer): string => {
  const [proposed] = body['events'] as readonly { readonly data: { readonly contentHash: string } }[];
  return proposed?.data.contentHash ?? '';
};

/** A desk at which one agenda is worked on over HTTP, and what was made there by name. */
export interface AgendaDesk {
  readonly desk: Desk;
  readonly application: TestApplication;
  readonly token: Readonly<Record<'approver' | 'chair' | 'kenya' | 'germany' | 'observer' | 'stranger', string>>;
  /** Codes that were told so far. */
  readonly told: Set<string>;
  /** Refused with the status that belongs to the code, in both languages, with every fact filled in; nothing is recorded. */
  readonly refused: (path: string, body: unknown, code: string, by?: string) => Promise<void>;
  readonly done: (path: string, body?: unknown, by?: string) => Promise<HttpAnswer>;
  /** Sends what has to be recorded and remembers an id that its events tell. */
  readonly make: (name: string, field: string, path: string, body: unknown, by?: string) => Promise<void>;
  readonly of: (name: string) => string;
  readonly publish: (more?: object) => Promise<void>;
}

const openTokens = async (desk: Desk): Promise<AgendaDesk['token']> => ({
  approver: await desk.tokenFor('approver'),
  chair: await desk.tokenFor('chair'),
  kenya: await desk.tokenFor('delegate', 'KE'),
  germany: await desk.tokenFor('delegate', 'DE'),
  observer: await desk.tokenFor('observer'),
  stranger: await desk.tokenFor('delegate', 'XX'),
});

/** Opens the service with an open call and nothing on the agenda. */
export const openAgendaDesk = async (agendaId: string): Promise<AgendaDesk> => {
  const desk = await openDesk(recordOpenCall);
  const { application } = desk;
  await application.done(setup, 'registerMember', comingLater as never);
  const token = await openTokens(desk);
  const told = new Set<string>();
  const made = new Map<string, string>();
  const done: AgendaDesk['done'] = (path, body = null, by) => desk.done(`/agendas/${agendaId}${path}`, body, by);
  return {
    desk,
    application,
    token,
    told,
    refused: async (path, body, code, by) => {
      const head = await application.env.store.head();
      const answer = await desk.post(`/agendas/${agendaId}${path}`, body, by);
      expect([path, answer.status, answer.body['code']]).toStrictEqual([path, problemTexts[code]?.status, code]);
      const { en, fr } = answer.body['texts'] as { readonly en: string; readonly fr: string };
      expect([en === fr, `${en}${fr}`.includes('{'), en === '', fr === '']).toStrictEqual([false, false, false, false]);
      expect(await application.env.store.head()).toBe(head);
      told.add(code);
    },
    done,
    make: async (name, field, path, body, by) => {
      const events = (await done(path, body, by)).body['events'] as readonly { readonly data: Readonly<Record<string, string>> }[];
      made.set(name, events.map(({ data }) => data[field]).find((value) => value !== undefined) ?? '');
    },
    of: (name) => made.get(name) ?? 'unknown',
    publish: async (more = {}) => {
      const contentHash = contentHashIn(await done('/propose', { changeNote: text('Note'), ...more }));
      await done('/approve', { contentHash }, token.approver);
      await done('/publish');
    },
  };
};
