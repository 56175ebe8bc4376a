import { agendaId, onAgenda, publishVersion } from './agenda.ts';
import type { Who } from './people.ts';
import { filePaper } from './papers.ts';
import { because } from './reasons.ts';
import { fieldOf, onDay, type Act, type Story } from './story.ts';

const conference = '/conferences/RIC-2015';

/** It is held after the Council. */
const afterTheCouncil = async (story: Story): Promise<void> => {
  await story.give('editor', `${conference}/date-rule`, {
    after: { en: '125th/126th Sessions of the Council', fr: '125ème/126ème sessions du Conseil' },
    start: '2015-06-11',
    end: '2015-06-13',
    source: 'Calendar of meetings',
  });
};

const invite = async (story: Story, [theme, who, part]: readonly [string, Who, 'speaker' | 'moderator']): Promise<string> => {
  const person = await story.people.accreditationOf(who);
  return fieldOf(await story.give('editor', onAgenda(`/slots/${story.made(`slot ${theme}`)}/speakers`), { person, part }), 'speakerId');
};

const register = async (story: Story, who: Who, part: 'delegate' | 'observer' | 'speaker'): Promise<string> => {
  const person = await story.people.accreditationOf(who);
  await story.give(who, `${conference}/registrations`, { person, part });
  return person;
};

/** 18 May: who speaks, and who comes. */
const inviteAndRegister = async (story: Story): Promise<void> => {
  const brazil = await invite(story, ['AEO', 'delegate:BR', 'speaker']);
  const france = await invite(story, ['RISK', 'delegate:FR', 'speaker']);
  story.remember('speaker of Kenya', await invite(story, ['DISPUTES', 'delegate:KE', 'speaker']));
  await invite(story, ['ORIGIN', 'chair', 'moderator']);
  await story.give('editor', onAgenda(`/speakers/${brazil}/confirm`));
  await story.give('editor', onAgenda(`/speakers/${france}/decline`), { remark: 'Another engagement on that day.' });
  for (const who of ['delegate:KE', 'delegate:FR', 'delegate:BR', 'delegate:PS'] as const) await register(story, who, 'delegate');
  await register(story, 'observer', 'observer');
  const gone = await register(story, 'delegate:MU', 'delegate');
  await story.give('delegate:MU', `${conference}/registrations/withdraw`, { person: gone });
};

/** 8 June: a speaker is replaced, what was asked back is dropped, and everybody registered is told by another version. */
const lateChange = async (story: Story): Promise<void> => {
  await story.give('editor', onAgenda(`/items/${story.made('item SUB-018')}/remove`), because('withdrawn', { omission: null }));
  const person = await story.people.accreditationOf('delegate:UG');
  await story.give('editor', onAgenda(`/speakers/${story.made('speaker of Kenya')}/replace`), because('unavailable', { person }));
  const changeNote = {
    en: 'Another speaker in the last slot; a topic that was withdrawn is dropped.',
    fr: 'Un autre intervenant dans la dernière séance ; un thème retiré ne figure plus.',
  };
  await publishVersion(story, { agendaId, changeNote });
  story.agendaVersion = 3;
  const told = await story.give('editor', onAgenda('/circulations'), { commentsUntil: null });
  const registered = told.events[0]?.data['registered'] as readonly string[];
  if (registered.length !== 5) throw new Error(`told to ${registered.length} who are registered`);
};

interface Line {
  readonly itemId: string;
  readonly topicId?: string;
}

const lines = async (story: Story): Promise<readonly Line[]> => {
  const { content } = await story.ask<{ content: { headings: readonly { items: readonly Line[] }[] } }>(null, onAgenda(''));
  return content.headings.flatMap(({ items }) => items);
};

const statement = { en: 'The Conference discussed it.', fr: 'La Conférence en a débattu.' };

/** 15 and 16 June: what came of each item; what was not reached goes to October. */
const hold = async (story: Story): Promise<void> => {
  await story.give('editor', `${conference}/open`);
  const all = await lines(story);
  const [first] = all;
  const claim = { verb: 'recommended_to_governments', statement, carriedTo: null };
  await story.refused('editor', onAgenda(`/items/${first?.itemId ?? ''}/outcome`), claim, 'agenda.cannot_recommend_to_governments');
  const unreached = story.made('item SUB-109');
  for (const { itemId } of all) {
    const reached = { verb: itemId === first?.itemId ? 'forwarded_to_council' : 'took_note', statement, carriedTo: null };
    const later = { verb: 'carried_forward', statement: { en: 'Not reached.', fr: 'Non abordé.' }, carriedTo: 'PTC-209-210' };
    await story.give('editor', onAgenda(`/items/${itemId}/outcome`), itemId === unreached ? later : reached);
  }
  await story.settle();
  await story.stands('topic', story.idOf('SUB-026'), 'discussed');
};

/** 16 June: closed; topics that were discussed are closed too. */
const close = async (story: Story): Promise<void> => {
  await story.refused('editor', `${conference}/close`, null, 'conference.agenda_not_closed');
  await story.giveUntil('editor', onAgenda('/close'), null, ['agenda', agendaId, 'closed']);
  await story.give('editor', `${conference}/close`);
  for (const sampleId of ['SUB-026', 'SUB-009', 'SUB-052', 'SUB-105'])
    await story.giveUntil('editor', `${story.pathOf(sampleId)}/close`, null, ['topic', story.idOf(sampleId), 'closed']);
};

const report = async (story: Story): Promise<void> => {
  const documentId = await filePaper(story, 'PC0445E1', ['Invented: report of the Conference', 'PTC-209-210']);
  await story.give('editor', `${conference}/report`, { documentId });
};

/** Another conference, announced, put off and called off: for the exercise. */
const anotherConference = async (story: Story): Promise<void> => {
  const conferenceId = 'RIC-EXERCISE';
  await story.give('editor', '/conferences', {
    conferenceId,
    name: { en: 'A conference for the exercise', fr: 'Une conférence pour l’exercice' },
    month: '2016-06',
    place: 'Brussels',
    announcedIn: { symbol: 'PC0445E1', paragraph: 'B13' },
  });
  await story.give('editor', `/conferences/${conferenceId}/postpone`, because('no_time', { month: '2016-09' }));
  await story.give('editor', `/conferences/${conferenceId}/cancel`, because('overtaken'));
};

export const conferenceActs: readonly Act[] = [
  { at: onDay('2015-04-10', '10:00'), title: 'after the Council', play: afterTheCouncil },
  { at: onDay('2015-05-18'), title: 'speakers and participants', play: inviteAndRegister },
  { at: onDay('2015-06-08'), title: 'another speaker', play: lateChange },
  { at: onDay('2015-06-15', '07:30'), title: 'the Conference', play: hold },
  { at: onDay('2015-06-16', '15:00'), title: 'the Conference closes', play: close },
  { at: onDay('2015-07-16'), title: 'its report', play: report },
  { at: onDay('2015-12-10'), title: 'a conference for the exercise', play: anotherConference },
];
