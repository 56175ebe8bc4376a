import { because } from './reasons.ts';
import { approveVersion } from './agenda.ts';
import { fieldOf, inBrussels, onDay, type Act, type Story } from './story.ts';

const agendaId = 'PTC-207-208';
const on = (path: string): string => `/agendas/${agendaId}${path}`;
const stage = (name: string): readonly [string, string, string] => ['agenda', agendaId, name];

const addHeading = async (story: Story, name: string, title: { readonly en: string; readonly fr: string }): Promise<string> =>
  story.remember(`march heading ${name}`, fieldOf(await story.give('editor', on('/headings'), { title, theme: null }), 'headingId'));

const addItem = async (
  story: Story,
  [heading, procedure]: readonly [string, string],
  title: { en: string; fr: string },
): Promise<string> => {
  const wish = { headingId: story.made(`march heading ${heading}`), title, actionLabels: ['to_take_note'], procedure };
  return story.remember(`march ${procedure}`, fieldOf(await story.give('editor', on('/procedural-items'), wish), 'itemId'));
};

/** 11 February: headings and items, moved, reworded and taken off as they are while an agenda is made. */
const build = async (story: Story): Promise<void> => {
  const title = { en: 'Sessions of March', fr: 'Sessions de mars' };
  await story.giveUntil('editor', '/agendas/for-sessions', { agendaId, sessionId: agendaId, themeSetId: null, title }, stage('building'));
  await story.give('editor', on('/title'), { title: { en: '207th/208th Sessions: agenda', fr: '207ème/208ème sessions : ordre du jour' } });
  const trade = await addHeading(story, 'trade', { en: 'Facilitation', fr: 'Facilitation' });
  const opening = await addHeading(story, 'opening', { en: 'Opening', fr: 'Ouverture' });
  const spare = await addHeading(story, 'spare', { en: 'Other', fr: 'Divers' });
  await story.give('editor', on(`/headings/${opening}/move`), { before: trade });
  await story.give('editor', on(`/headings/${trade}/title`), { title: { en: 'Trade facilitation', fr: 'Facilitation des échanges' } });
  await story.give('editor', on(`/headings/${spare}/remove`), because('overtaken'));
  await addItem(story, ['opening', 'opening'], { en: 'Opening of the sessions', fr: 'Ouverture des sessions' });
  const adoption = await addItem(story, ['opening', 'adoption_of_agenda'], { en: 'Agenda', fr: 'Ordre du jour' });
  const overview = await addItem(story, ['trade', 'presentation'], { en: 'Regional integration', fr: 'Intégration régionale' });
  const other = await addItem(story, ['trade', 'any_other_business'], { en: 'Any other business', fr: 'Divers' });
  const gone = await addItem(story, ['trade', 'election'], { en: 'Election', fr: 'Élection' });
  await story.give('editor', on(`/items/${adoption}/title`), {
    title: { en: 'Adoption of the agenda', fr: 'Adoption de l’ordre du jour' },
  });
  await story.give('editor', on(`/items/${other}/move`), { headingId: story.made('march heading trade'), before: overview });
  await story.give('editor', on(`/items/${overview}/action-labels`), { actionLabels: ['for_guidance', 'for_discussion'] });
  const annotation = { en: 'The document asks for practices and for topics.', fr: 'Le document demande des pratiques et des thèmes.' };
  await story.give('editor', on(`/items/${overview}/annotation`), { annotation });
  await story.give('editor', on(`/items/${gone}/remove`), because('no_time', { omission: null }));
};

/** Documents of the item: pinned, replaced by their later edition, and one taken off again. */
const pinDocuments = async (story: Story): Promise<void> => {
  const documents = on(`/items/${story.made('march presentation')}/documents`);
  await story.give('editor', documents, { documentId: story.asked().documentId });
  await story.give('editor', documents, { documentId: story.made('PC0430E1') });
  await story.give('editor', documents, { documentId: story.made('PC0430E2') });
  await story.give('editor', `${documents}/${story.made('PC0430E2')}/remove`);
};

const addSlot = async (story: Story, times: readonly [string, string], roomId: string): Promise<string> => {
  const [start, end] = times;
  const title = { en: 'Regional integration', fr: 'Intégration régionale' };
  const wish = { roomId, start: inBrussels(start), end: inBrussels(end), title, itemIds: [] };
  return fieldOf(await story.give('editor', on('/slots'), wish), 'slotId');
};

const addDays = async (story: Story): Promise<void> => {
  for (const day of ['03', '04', '05', '06'])
    await story.give('editor', on('/days'), { date: `2015-03-${day}`, title: { en: `${day} March`, fr: `${day} mars` } });
};

/** A day on which nothing stands is taken off again. */
const takeOffTheLastDay = (story: Story): Promise<unknown> => story.give('editor', on('/days/2015-03-06/remove'));

/** 13 February: days, rooms and slots, and the meeting in Dar es Salaam that falls on two of the days. */
const programme = async (story: Story): Promise<void> => {
  await pinDocuments(story);
  await addDays(story);
  await takeOffTheLastDay(story);
  const room = fieldOf(
    await story.give('editor', on('/rooms'), { name: { en: 'Council room', fr: 'Salle du Conseil' }, capacity: 400 }),
    'roomId',
  );
  const small = fieldOf(await story.give('editor', on('/rooms'), { name: { en: 'Room 2', fr: 'Salle 2' }, capacity: null }), 'roomId');
  await story.give('editor', on(`/rooms/${small}/remove`));
  const slot = await addSlot(story, ['2015-03-04T09:30', '2015-03-04T11:00'], room);
  const dropped = await addSlot(story, ['2015-03-05T09:30', '2015-03-05T11:00'], room);
  await story.give('editor', on(`/slots/${slot}/move`), {
    roomId: room,
    start: inBrussels('2015-03-04T10:00'),
    end: inBrussels('2015-03-04T12:00'),
  });
  await story.give('editor', on(`/slots/${slot}/title`), { title: { en: 'Item IX - a', fr: 'Point IX - a' } });
  await story.give('editor', on(`/slots/${slot}/items`), { itemIds: [story.made('march presentation')] });
  await story.give('editor', on(`/slots/${dropped}/cancel`), because('no_time'));
  const meeting = {
    meetingId: 'EAC-2015-03',
    name: { en: 'EAC project steering committee', fr: 'Comité de pilotage du projet CAE' },
    start: '2015-03-04',
    end: '2015-03-05',
    place: 'Dar es Salaam',
    source: 'Announcement of the project',
  };
  const clashes = (await story.give('editor', on('/other-meetings'), meeting)).events.filter(({ type }) => type === 'AgendaClashDetected');
  for (const { data } of clashes)
    await story.give('editor', on('/clash-waivers'), because('accepted', { clashId: String(data['clashId']) }));
};

/** Frozen by the passing of a date, opened again, proposed and returned. */
const freeze = async (story: Story): Promise<void> => {
  await story.give('editor', on('/freeze-date'), { daysBefore: 12 });
};

const changeNote = { en: 'First version.', fr: 'Première version.' };

const returned = async (story: Story): Promise<void> => {
  await story.stands('agenda', agendaId, 'frozen');
  await story.giveUntil('editor', on('/unfreeze'), because('late_item'), stage('building'));
  await story.giveUntil('editor', on('/propose'), { changeNote }, stage('proposed'));
  await story.giveUntil('approver', on('/return'), { remark: 'The title of item 2 a) in French, please.' }, stage('building'));
};

/** Approved, held back, waived, put on a date, taken off it, and put on another, which passes. */
const schedulePublication = async (story: Story): Promise<void> => {
  await story.giveUntil('editor', on('/freeze'), null, stage('frozen'));
  await approveVersion(story, { agendaId, changeNote });
  await story.give('editor', on('/parity-waivers'), because('translation_pending', { language: 'fr' }));
  await story.give('editor', on('/embargo'), because('members_first', { until: inBrussels('2015-02-25T12:00') }));
  await story.give('approver', on('/embargo/lift'), because('fulfilled'));
  await story.give('editor', on('/publication-date'), { due: inBrussels('2015-02-25T09:00') });
  await story.give('editor', on('/publication-date/remove'), because('date_moved'));
  await story.give('editor', on('/publication-date'), { due: inBrussels('2015-02-26T09:00') });
};

/** Published although its document is there in one language only: an officer answers for it. */
const publishWaived = async (story: Story, note: { readonly en: string; readonly fr: string }): Promise<void> => {
  await approveVersion(story, { agendaId, changeNote: note });
  await story.give('editor', on('/parity-waivers'), because('translation_pending', { language: 'fr' }));
  await story.giveUntil('editor', on('/publish'), null, stage('published'));
};

/** 27 February: published by the passing of the date; a second version is tried and taken back. */
const secondVersion = async (story: Story): Promise<void> => {
  await story.stands('agenda', agendaId, 'published');
  await story.give('editor', on('/unfreeze'), because('mistake'));
  await story.give('editor', on(`/items/${story.made('march any_other_business')}/title`), { title: { en: 'Other', fr: 'Autres' } });
  await publishWaived(story, { en: 'A shorter title.', fr: 'Un titre plus court.' });
  await story.give('editor', on('/restore'), { version: 1 });
  await publishWaived(story, { en: 'As in the first version.', fr: 'Comme dans la première version.' });
};

export const marchAgendaActs: readonly Act[] = [
  { at: onDay('2015-02-11'), title: 'the agenda of March', play: build },
  { at: onDay('2015-02-13', '10:00'), title: 'days and slots of March', play: programme },
  { at: onDay('2015-02-16', '07:00'), title: 'a day to freeze it', play: freeze },
  { at: onDay('2015-02-23'), title: 'returned with a remark', play: returned },
  { at: onDay('2015-02-24', '10:00'), title: 'a day to publish it', play: schedulePublication },
  { at: onDay('2015-02-27'), title: 'a version that is taken back', play: secondVersion },
];
