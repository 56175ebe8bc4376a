import { agendaId, onAgenda, titleOf } from './agenda.ts';
import { because } from './reasons.ts';
import { fieldOf, inBrussels, onDay, type Act, type Story } from './story.ts';

const times: readonly (readonly [theme: string, start: string, end: string])[] = [
  ['ORIGIN', '2015-06-15T09:30', '2015-06-15T10:45'],
  ['TRADE_FACILITATION', '2015-06-15T11:00', '2015-06-15T12:30'],
  ['INFO_EXCHANGE', '2015-06-15T14:00', '2015-06-15T15:30'],
  ['SINGLE_WINDOW', '2015-06-15T15:45', '2015-06-15T17:00'],
  ['RISK', '2015-06-16T09:30', '2015-06-16T10:30'],
  ['AEO', '2015-06-16T10:45', '2015-06-16T12:00'],
  ['CBM', '2015-06-16T14:00', '2015-06-16T15:00'],
  ['FREE_ZONES', '2015-06-16T15:00', '2015-06-16T16:00'],
  ['DISPUTES', '2015-06-16T16:00', '2015-06-16T17:00'],
];

/** The items of a priority that are on the agenda by now. */
const itemsOf = (story: Story, theme: string): readonly string[] =>
  story.accepted.filter(({ sample }) => sample.primaryTheme === theme).map(({ sample }) => story.made(`item ${sample.id}`));

const addSlots = async (story: Story, roomId: string): Promise<void> => {
  const { themes } = await story.ask<{ themes: readonly { code: string; label: { en: string; fr: string } }[] }>(null, '/themes');
  for (const [theme, start, end] of times) {
    const title = themes.find(({ code }) => code === theme)?.label;
    const wish = { roomId, start: inBrussels(start), end: inBrussels(end), title, itemIds: itemsOf(story, theme) };
    story.remember(`slot ${theme}`, fieldOf(await story.give('editor', onAgenda('/slots'), wish), 'slotId'));
  }
};

/** 17 April: two days, a room, a slot for each priority. */
const layOut = async (story: Story): Promise<void> => {
  await story.settle();
  await story.stands('topic', story.idOf('SUB-026'), 'scheduled');
  for (const [date, day] of [
    ['2015-06-15', { en: 'First day', fr: 'Premier jour' }],
    ['2015-06-16', { en: 'Second day', fr: 'Second jour' }],
  ] as const)
    await story.give('editor', onAgenda('/days'), { date, title: day });
  const hall = { name: { en: 'Main hall', fr: 'Grande salle' }, capacity: 250 };
  await addSlots(story, fieldOf(await story.give('editor', onAgenda('/rooms'), hall), 'roomId'));
};

/** An item is taken off before anybody saw it, and put back: its topic is unscheduled and scheduled again. */
const takeOffAndPutBack = async (story: Story): Promise<void> => {
  const [sampleId, theme] = ['SUB-053', 'ORIGIN'];
  const item = story.made(`item ${sampleId}`);
  await story.give('editor', onAgenda(`/slots/${story.made(`slot ${theme}`)}/items`), {
    itemIds: itemsOf(story, theme).filter((id) => id !== item),
  });
  await story.give('editor', onAgenda(`/items/${item}/remove`), because('no_time', { omission: null }));
  await story.settle();
  await story.stands('topic', story.idOf(sampleId), 'accepted_released');
  const added = await story.give('editor', onAgenda('/items'), {
    headingId: story.made(`heading ${theme}`),
    topicId: story.idOf(sampleId),
    title: titleOf(sampleId),
    actionLabels: ['for_discussion', 'for_guidance'],
  });
  story.remember(`item ${sampleId}`, fieldOf(added, 'itemId'));
  await story.settle();
  await story.stands('topic', story.idOf(sampleId), 'scheduled');
};

/** A priority is left out with a reason, until an item comes under it. */
const leaveOut = async (story: Story): Promise<void> => {
  const theme = 'DISPUTES';
  const slot = onAgenda(`/slots/${story.made(`slot ${theme}`)}/items`);
  const samples = story.accepted.filter(({ sample }) => sample.primaryTheme === theme).map(({ sample }) => sample.id);
  const [last = '', ...others] = samples;
  await story.give('editor', slot, { itemIds: [] });
  const omission = { en: 'The items are being reworded.', fr: 'Les points sont en cours de reformulation.' };
  for (const sampleId of others)
    await story.give('editor', onAgenda(`/items/${story.made(`item ${sampleId}`)}/remove`), because('comments', { omission: null }));
  const path = onAgenda(`/items/${story.made(`item ${last}`)}/remove`);
  await story.refused('editor', path, because('comments', { omission: null }), 'agenda.last_item_of_priority');
  await story.give('editor', path, because('comments', { omission }));
  await story.settle();
  for (const sampleId of samples) await putBack(story, theme, sampleId);
  await story.give('editor', slot, { itemIds: itemsOf(story, theme) });
};

const putBack = async (story: Story, theme: string, sampleId: string): Promise<void> => {
  const wish = {
    headingId: story.made(`heading ${theme}`),
    topicId: story.idOf(sampleId),
    title: titleOf(sampleId),
    actionLabels: ['for_discussion'],
  };
  story.remember(`item ${sampleId}`, fieldOf(await story.give('editor', onAgenda('/items'), wish), 'itemId'));
};

/** 20 April: circulated to the Members of that day, Palestine among them. */
const circulate = async (story: Story): Promise<void> => {
  const circulated = await story.give('editor', onAgenda('/circulations'), { commentsUntil: inBrussels('2015-05-06T23:59') });
  const addressees = circulated.events[0]?.data['addressees'] as readonly string[];
  const members = await story.ask<readonly unknown[]>(null, '/members?on=2015-04-20');
  if (addressees.length !== members.length || !addressees.includes('PS')) throw new Error(`circulated to ${addressees.length} addressees`);
  story.addressees = addressees.length;
  story.remember('circulation', fieldOf(circulated, 'circulationId'));
  await story.settle();
  await story.stands('topic', story.idOf('SUB-026'), 'published');
  await story.stands('agenda', agendaId, 'published');
};

export const programmeActs: readonly Act[] = [
  { at: onDay('2015-04-17', '13:00'), title: 'days and slots', play: layOut },
  { at: onDay('2015-04-17', '14:00'), title: 'an item is taken off and put back', play: takeOffAndPutBack },
  { at: onDay('2015-04-17', '15:00'), title: 'a priority is left out for an hour', play: leaveOut },
  { at: onDay('2015-04-20', '08:30'), title: 'circulation of the draft', play: circulate },
];
