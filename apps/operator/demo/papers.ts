import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fieldOf, onDay, type Act, type Story } from './story.ts';

const pattern = readFileSync(resolve('test/fixtures/documents/PC0990E1.md'), 'utf8');

/** A paper that was written for this record, in the form of a working document. */
const paper = (symbol: string, title: string): Buffer =>
  Buffer.from(pattern.replaceAll('PC0990E1', symbol).replaceAll('An invented overview, written to try the importer', title));

/** Imports and confirms a paper that was written for this record. @returns its id */
export const filePaper = async (story: Story, symbol: string, [title, sessionId]: readonly [string, string]): Promise<string> => {
  const { id } = await story.give('editor', '/documents', paper(symbol, title));
  await story.give('editor', `/documents/${id}/confirm`, { sessionId, supplied: { symbol } });
  return story.remember(symbol, id);
};

const march = 'PTC-207-208';

/** 12 February: an information paper with two requests of its own, put right twice and replaced by a later edition. */
const informationPaper = async (story: Story): Promise<void> => {
  const first = await filePaper(story, 'PC0420E1', ['Invented: an information paper', march]);
  await story.give('editor', `/documents/${first}/corrigenda`, {
    corrections: [{ paragraph: 'B3', before: 'Help is given', after: 'Help was given' }],
    note: { en: 'The tense was wrong.', fr: 'Le temps du verbe était erroné.' },
  });
  const second = await filePaper(story, 'PC0420E2', ['Invented: an information paper, second edition', march]);
  await story.give('editor', `/documents/${first}/supersede`, { supersededBy: second });
};

const form = (fields: Readonly<Record<string, string>>, name: string, text: string): FormData => {
  const data = new FormData();
  Object.entries(fields).forEach(([field, value]) => {
    data.append(field, value);
  });
  data.append('file', new File([text], name));
  return data;
};

const draftOf = (story: Story, title: string) => ({
  kind: 'practice',
  guidanceId: story.asked().practice,
  callId: story.asked().callId,
  content: {
    language: 'en',
    title,
    text: `${title}, as far as it was written.`,
    primaryTheme: 'ORIGIN',
    secondaryThemes: [],
    economicCommunity: null,
  },
});

/** 10 February: a Member begins to write, attaches two files, takes one off, and throws the draft away. */
const discardedDraft = async (story: Story): Promise<void> => {
  const { id } = await story.give('drafter:GT', '/drafts', draftOf(story, 'A second form'));
  const attach = async (name: string): Promise<string> =>
    fieldOf(
      await story.give('drafter:GT', '/attachments', form({ object: 'draft', id, forMember: '' }, name, `Contents of ${name}`)),
      'attachmentId',
    );
  const first = await attach('form.txt');
  await attach('law.txt');
  await story.give('drafter:GT', `/drafts/${id}/files/${first}/remove`);
  await story.give('drafter:GT', `/drafts/${id}/discard`);
};

/** 18 February: files to a contribution, with an edition, an opinion that is released, a withdrawal and a deletion by two persons. */
const filesOfContribution = async (story: Story): Promise<void> => {
  const fields = { object: 'topic', id: story.idOf('SUB-026'), forMember: '' };
  const { id: annex } = await story.give('delegate:KE', '/attachments', form(fields, 'annex.txt', 'Judgments of five tribunals.'));
  await story.give('delegate:KE', `/attachments/${annex}/editions`, form({}, 'annex.txt', 'Judgments of five tribunals, with dates.'));
  const { id: opinion } = await story.give('editor', '/attachments', form(fields, 'opinion.txt', 'An opinion of the Secretariat.'));
  await story.give('editor', `/attachments/${opinion}/release`, { to: 'members' });
  const { id: wrong } = await story.give('delegate:KE', '/attachments', form(fields, 'list.txt', 'Names of officials.'));
  const deletion = `/attachments/${wrong}/editions/1/deletion`;
  const reason = { reasonCode: 'personal_data', reason: 'It names private persons.' };
  await story.give('editor', deletion, reason);
  await story.give('approver', `${deletion}/refuse`, { reason: 'Ask the Member first.' });
  await story.give('editor', deletion, reason);
  await story.give('guard', `${deletion}/approve`);
  await story.give('delegate:KE', `/attachments/${wrong}/withdraw`, { reason: 'It was the wrong file.' });
};

export const paperActs: readonly Act[] = [
  { at: onDay('2015-02-10'), title: 'a draft is thrown away', play: discardedDraft },
  { at: onDay('2015-02-12'), title: 'an information paper', play: informationPaper },
  { at: onDay('2015-02-18'), title: 'files', play: filesOfContribution },
];
