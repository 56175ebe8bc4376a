import { onAutumnAgenda } from './autumn-agenda.ts';
import { adoptAtSession } from './decisions.ts';
import { filePaper } from './papers.ts';
import { because } from './reasons.ts';
import { onDay, type Act, type Story } from './story.ts';

const id = 'PTC-209-210';
const session = `/sessions/${id}`;

/** 3 August: nothing has moved for three months; a Member says how it stands. */
const enquire = async (story: Story): Promise<void> => {
  const request = `/guidance-requests/${story.asked().practice}`;
  await story.give('editor', `${request}/enquiries`, { months: 3 });
  const answer = { standing: 'still_open', text: { en: 'We wait for the compendium.', fr: 'Nous attendons le recueil.' } };
  await story.give('delegate:KE', `${request}/enquiry-answers`, answer);
};

/** 7 September: both requests are summarised. */
const summarise = async (story: Story): Promise<void> => {
  const { practice, topic } = story.asked();
  const text = { en: 'What Members have sent.', fr: 'Ce que les Membres ont envoyé.' };
  const practices = ['SUB-003', 'SUB-012', 'SUB-028'].map((sampleId) => story.idOf(sampleId));
  const summary = ['guidance', practice, 'consolidating'] as const;
  await story.giveUntil('editor', `/guidance-requests/${practice}/consolidations`, { text, contributionIds: practices }, summary);
  const topics = ['SUB-026', 'SUB-009'].map((sampleId) => story.idOf(sampleId));
  const other = ['guidance', topic, 'consolidating'] as const;
  await story.giveUntil('editor', `/guidance-requests/${topic}/consolidations`, { text, contributionIds: topics }, other);
};

/** 14 September: the follow-up document is out, thirty days before. */
const reportBack = async (story: Story): Promise<void> => {
  const documentId = await filePaper(story, 'PC0450E1', ['Invented: follow-up to the requests of March', id]);
  const { practice, topic } = story.asked();
  for (const guidanceId of [practice, topic])
    await story.give('editor', `/guidance-requests/${guidanceId}/reports`, { sessionId: id, documentId });
  const scope = { en: 'Topics that were discussed.', fr: 'Les thèmes débattus.' };
  const contributionIds = ['SUB-026', 'SUB-009'].map((sampleId) => story.idOf(sampleId));
  const part = ['guidance', topic, 'partially_closed'] as const;
  await story.giveUntil('editor', `/guidance-requests/${topic}/partial-closures`, because('answered', { scope, contributionIds }), part);
};

const conclude = async (story: Story, guidanceId: string, conclusion: 'close' | 'carry_over'): Promise<void> => {
  const text = { en: 'The Committee takes note.', fr: 'Le Comité prend note.' };
  await story.give('chair', `/guidance-requests/${guidanceId}/conclusions`, { sessionId: id, conclusion, text });
};

/** 14 October: the sessions open; what was put off to them is taken up again. */
const open = async (story: Story): Promise<void> => {
  await story.give('triage', `${session}/open`);
  await story.settle();
  await story.stands('topic', story.idOf('SUB-059'), 'under_triage');
  await story.give('chair', onAutumnAgenda('/adopt'));
};

/** 15 October: one request is closed, the other goes on in spring. */
const concludeBoth = async (story: Story): Promise<void> => {
  const { practice, topic } = story.asked();
  await conclude(story, practice, 'close');
  await story.giveUntil('editor', `/guidance-requests/${practice}/close`, because('taken_note'), ['guidance', practice, 'closed']);
  await story.give('delegate:KE', `/guidance-requests/${practice}/closure-confirmations`);
  await conclude(story, topic, 'carry_over');
  const carried = because('further_guidance', { toSessionId: 'PTC-211-212' });
  await story.giveUntil('editor', `/guidance-requests/${topic}/carry-over`, carried, ['guidance', topic, 'carried_over']);
  await adoptAtSession(story);
};

const statement = { en: 'The Committee took note.', fr: 'Le Comité a pris note.' };

/** 16 October: closed in two steps. */
const close = async (story: Story): Promise<void> => {
  for (const item of ['october other', 'october conference', 'october follow-up'])
    await story.give('editor', onAutumnAgenda(`/items/${story.made(item)}/outcome`), { verb: 'took_note', statement, carriedTo: null });
  await story.give('editor', `${session}/begin-closing`, { agendaId: id });
  await story.give('editor', onAutumnAgenda('/close'));
  await story.settle();
};

/** Only a closed session has a report that can be adopted. */
const report = async (story: Story): Promise<void> => {
  const documentId = await filePaper(story, 'PC0460E1', ['Invented: report of the sessions of October', id]);
  await story.give('editor', `${session}/report`, { documentId });
};

const convene = async (story: Story): Promise<void> => {
  await story.give('triage', `${session}/convene`);
  await story.settle();
};

export const followUpActs: readonly Act[] = [
  { at: onDay('2015-08-03'), title: 'how the request stands', play: enquire },
  { at: onDay('2015-08-31'), title: 'notice of the sessions of October', play: convene },
  { at: onDay('2015-09-07'), title: 'both requests are summarised', play: summarise },
  { at: onDay('2015-09-14', '10:00'), title: 'the follow-up document', play: reportBack },
  { at: onDay('2015-10-14', '08:00'), title: 'the sessions of October', play: open },
  { at: onDay('2015-10-15', '08:00'), title: 'conclusions', play: concludeBoth },
  { at: onDay('2015-10-16', '15:00'), title: 'the sessions close', play: close },
  { at: onDay('2015-11-16'), title: 'their report', play: report },
];
