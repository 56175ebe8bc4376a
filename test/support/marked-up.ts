import { readFileSync } from 'node:fs';
import type { Desk } from './desk.ts';
import { priorities } from './opened.ts';

/** Texts that want to be more than text in a browser (payloads of cure53/DOMPurify, Apache-2.0). */
export const markup = (JSON.parse(readFileSync('test/fixtures/hostile/markup.base64.json', 'utf8')) as readonly string[])
  // Control characters are refused before anything is stored; of one nothing else is left.
  .map((text) =>
    Buffer.from(text, 'base64')
      .toString('utf8')
      .replaceAll(/(?![\n\t])\p{Cc}/gu, ''),
  )
  .filter((text) => text.slice(0, 300).trim() !== '');

/** Who sends, decides and reads. */
export interface Hands {
  readonly drafter: string;
  readonly delegate: string;
  readonly second: string;
}

const both = (text: string, longest = 2_000) => ({ en: text.slice(0, longest), fr: text.slice(0, longest) });

const drafted = async (desk: Desk, { drafter, delegate }: Hands, kind: 'topic' | 'practice', text: string): Promise<string> => {
  const content = {
    language: 'en',
    title: text.slice(0, 300),
    text,
    primaryTheme: 'DISPUTES',
    secondaryThemes: [],
    economicCommunity: null,
  };
  const guidanceId = kind === 'topic' ? 'PC0410.GR-2' : 'PC0410.GR-1';
  const draft = await desk.done('/drafts', { kind, guidanceId, callId: 'RIC-2015-input', content }, drafter);
  return String((await desk.done(`/drafts/${String(draft.body['id'])}/release`, null, delegate)).body['id']);
};

/** One topic all the way to an agenda, with the same text in every place where somebody may write. @returns the topic */
const throughTriage = async (desk: Desk, hands: Hands, text: string): Promise<string> => {
  const topic = await drafted(desk, hands, 'topic', text);
  const reason = { code: 'merit', text: { en: text, fr: text } };
  await desk.done(`/topics/${topic}/acknowledge`, null);
  await desk.done(`/topics/${topic}/request-clarification`, { questions: { en: text, fr: text }, due: null });
  await desk.done(`/topics/${topic}/answer-clarification`, { answer: { en: text, fr: text } }, hands.delegate);
  await desk.done(`/topics/${topic}/classify`, { primaryTheme: 'DISPUTES', secondaryThemes: [] });
  await desk.done(`/topics/${topic}/recommend`, { recommendation: 'accept', reason });
  await desk.done(`/topics/${topic}/accept`, { reason }, hands.second);
  return topic;
};

const idIn = ({ body }: Awaited<ReturnType<Desk['done']>>, member: string): string => {
  const [event] = body['events'] as readonly { readonly data: Readonly<Record<string, unknown>> }[];
  return String(event?.data[member]);
};

/** An agenda as everybody reads it. */
const publish = async (desk: Desk, text: string, approver: string): Promise<void> => {
  for (const theme of priorities.filter((code) => code !== 'DISPUTES'))
    await desk.done('/agendas/A/omissions', { theme, reason: both(text) });
  const contentHash = idIn(await desk.done('/agendas/A/propose', { changeNote: both(text) }), 'contentHash');
  await desk.done('/agendas/A/approve', { contentHash }, approver);
  await desk.done('/agendas/A/publish', null);
};

/** What was stored, for whoever looks at it. */
export interface Stored {
  readonly topics: readonly string[];
  readonly practices: readonly string[];
  readonly items: readonly string[];
}

/** Stores texts over the API wherever somebody may write: contributions, questions, answers, reasons, an agenda, a Member's name. */
export const storeMarkup = async (desk: Desk, hands: Hands, texts: readonly string[], approver: string): Promise<Stored> => {
  const [topics, practices, items]: [string[], string[], string[]] = [[], [], []];
  const first = texts[0] ?? '';
  await desk.done('/agendas', { agendaId: 'A', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: both(first) });
  await desk.done('/members/KE/name', { name: both(`Kenya ${first}`), inForceFrom: '2015-02-10', source: first.slice(0, 300) });
  for (const text of texts) {
    practices.push(await drafted(desk, hands, 'practice', text));
    const topic = await throughTriage(desk, hands, text);
    const headingId = idIn(
      await desk.done('/agendas/A/headings', { title: both(text), theme: items.length === 0 ? 'DISPUTES' : null }),
      'headingId',
    );
    const item = { headingId, topicId: topic, title: both(text), actionLabels: ['for_guidance'] };
    const itemId = idIn(await desk.done('/agendas/A/items', item), 'itemId');
    await desk.done(`/agendas/A/items/${itemId}/annotation`, { annotation: { en: text, fr: text } });
    topics.push(topic);
    items.push(itemId);
  }
  await publish(desk, first, approver);
  return { topics, practices, items };
};
