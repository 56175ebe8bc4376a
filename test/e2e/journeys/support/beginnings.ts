import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Answer, Journey } from './journey.ts';

/** Thursday 29 January 2015, 09:00 in Brussels: the working document is dated. */
export const dayOfTheDocument = '2015-01-29T08:00:00.000Z';

export const callId = 'RIC-2015-input';

/** The requests of a working document, by what they ask for. */
export interface Requests {
  readonly documentId: string;
  readonly symbol: string;
  readonly practice: string;
  readonly topic: string;
}

export const bilingual = (en: string) => ({ en, fr: `${en} (fr)` });

/** A coded reason, as the API takes it. */
export const because = (code: string) => ({ reason: { code, text: { en: 'For a reason that is told.' } } });

/** The real working document where it is at hand, otherwise one of the same form that was written for this project. */
export const workingDocument = (): Buffer => {
  const real = resolve('../shared/documents/PC0410E1.md');
  return readFileSync(existsSync(real) ? real : resolve('test/fixtures/documents/PC0990E1.md'));
};

/** Imports and confirms the working document, and issues both of its requests. */
export const issueRequests = async (journey: Journey): Promise<Requests> => {
  const { id: documentId, events } = await journey.done('officer', '/documents', workingDocument());
  await journey.done('officer', `/documents/${documentId}/confirm`, { sessionId: 'PTC-207-208', supplied: {} });
  const issue = (ref: string, expects: string): Promise<Answer> =>
    journey.done('officer', '/guidance-requests', { documentId, ref, expects });
  const header = events.find(({ type }) => type === 'WorkingDocumentImported')?.data['header'] as { readonly symbol: string };
  const [practice, topic] = [(await issue('GR-1', 'practice')).id, (await issue('GR-2', 'topic')).id];
  return { documentId, symbol: header.symbol, practice, topic };
};

/** Schedules the call of 2015: until 31 March for new contributions, until 16 April for changes. */
export const scheduleCall = async (journey: Journey, { practice, topic }: Requests): Promise<void> => {
  await journey.done('officer', '/calls', {
    callId,
    title: bilingual('Contributions to the Regional Integration Conference'),
    guidanceIds: [practice, topic],
    conferenceId: 'RIC-2015',
    themeSetId: 'ptc',
    closesForNew: { wallTime: '2015-03-31T23:59', zone: 'Europe/Brussels' },
    closesForEdits: { wallTime: '2015-04-16T18:00', zone: 'Europe/Brussels' },
  });
};

/** Both requests issued and the call open, as on 29 January 2015. */
export const openCall = async (journey: Journey): Promise<Requests> => {
  const requests = await issueRequests(journey);
  await scheduleCall(journey, requests);
  await journey.done('officer', `/calls/${callId}/open`);
  return requests;
};

/** What a Member writes; anything of it can be said otherwise. */
export const contentOf = (title: string, more: object = {}) => ({
  language: 'en',
  title,
  text: `${title}: what was done, and what came of it.`,
  primaryTheme: 'ORIGIN',
  secondaryThemes: [],
  economicCommunity: null,
  ...more,
});

/** Drafted by one person of a Member and released by another, as a Member sends it. @returns the answer to the release */
export const sendContribution = async (
  journey: Journey,
  requests: Requests,
  { member, kind, content }: { readonly member: string; readonly kind: 'topic' | 'practice'; readonly content: object },
): Promise<Answer> => {
  const draft = { kind, guidanceId: requests[kind], callId, content };
  const { id } = await journey.done(`drafter:${member}`, '/drafts', draft);
  return journey.done(`delegate:${member}`, `/drafts/${id}/release`);
};
