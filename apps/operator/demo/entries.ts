import { because } from './reasons.ts';
import { onDay, type Act, type Story } from './story.ts';

const content = (title: string, language: 'en' | 'fr' = 'fr') => ({
  language,
  title,
  text: `${title} : ce qui a été dit.`,
  primaryTheme: 'CBM',
  secondaryThemes: [],
  economicCommunity: null,
});

const original = { sha256: 'e'.repeat(64), name: 'note.pdf', mediaType: 'application/pdf', sizeBytes: 4_000 };

interface Entry {
  readonly kind: 'topics' | 'practices';
  readonly member: string;
  readonly title: string;
  readonly channel: 'floor' | 'email' | 'note_verbale';
  readonly receivedAt: string;
}

/** An officer enters what came another way than through the service. @returns the id it has */
const enter = async (story: Story, { kind, title, ...from }: Entry): Promise<string> => {
  const { practice, topic, callId } = story.asked();
  const { id } = await story.give('triage', `/${kind}/entries`, {
    ...from,
    content: content(title),
    guidanceId: kind === 'topics' ? topic : practice,
    callId,
    original: from.channel === 'floor' ? null : original,
  });
  return story.remember(`entry ${title}`, id);
};

const takeUp = async (story: Story, kind: Entry['kind'], id: string): Promise<void> => {
  await story.give('triage', `/${kind}/${id}/acknowledge`);
  await story.giveUntil('triage', `/${kind}/${id}/start-triage`, null, [kind.slice(0, -1), id, 'under_triage']);
  await story.give('triage', `/${kind}/${id}/classify`, { primaryTheme: 'CBM', secondaryThemes: [] });
};

const receivedAt = '2015-03-04T10:00:00.000Z';

/** 4 March: what four delegations said from the floor or sent by mail. */
const enterFromTheFloor = async (story: Story): Promise<void> => {
  const floor = { channel: 'floor', receivedAt } as const;
  const haiti = await enter(story, { kind: 'topics', member: 'HT', title: 'Marchés frontaliers', ...floor });
  const senegal = await enter(story, { kind: 'topics', member: 'SN', title: 'Corridors en Afrique de l’Ouest', ...floor });
  const niger = await enter(story, { kind: 'practices', member: 'NE', title: 'Escortes', channel: 'email', receivedAt });
  const gabon = await enter(story, { kind: 'practices', member: 'GA', title: 'Un guichet à Libreville', ...floor });
  for (const id of [haiti, senegal]) await takeUp(story, 'topics', id);
  for (const id of [niger, gabon]) await takeUp(story, 'practices', id);
};

/** 6 March: two delegations confirm what was recorded, two correct it. */
const confirm = async (story: Story): Promise<void> => {
  const path = (kind: string, title: string): string => `/${kind}/${story.made(`entry ${title}`)}`;
  await story.give('delegate:HT', `${path('topics', 'Marchés frontaliers')}/confirm-entry`);
  const corridors = { content: content('Corridors en Afrique de l’Ouest : trois ports') };
  await story.give('delegate:SN', `${path('topics', 'Corridors en Afrique de l’Ouest')}/correct-entry`, corridors);
  await story.give('delegate:NE', `${path('practices', 'Escortes')}/confirm-entry`);
  const counter = { content: content('Un guichet unique à Libreville') };
  await story.give('delegate:GA', `${path('practices', 'Un guichet à Libreville')}/correct-entry`, counter);
};

/** 2 April: a note verbale that arrived a day after the deadline; it is admitted, and stays late. */
const lateNote = async (story: Story): Promise<void> => {
  const note = { channel: 'note_verbale', receivedAt: '2015-04-01T10:00:00.000Z' } as const;
  const id = await enter(story, { kind: 'practices', member: 'TD', title: 'Une route, deux pays', ...note });
  await story.stands('practice', id, 'late_not_admitted');
  await story.giveUntil('triage', `/practices/${id}/admit-late`, because('technical_failure'), ['practice', id, 'submitted']);
  await takeUp(story, 'practices', id);
};

/** Ids of what was entered, by kind. */
export const entries = (story: Story): { readonly topics: readonly string[]; readonly practices: readonly string[] } => ({
  topics: ['Marchés frontaliers', 'Corridors en Afrique de l’Ouest'].map((title) => story.made(`entry ${title}`)),
  practices: ['Escortes', 'Un guichet à Libreville', 'Une route, deux pays'].map((title) => story.made(`entry ${title}`)),
});

export const entryActs: readonly Act[] = [
  { at: onDay('2015-03-04', '16:30'), title: 'from the floor', play: enterFromTheFloor },
  { at: onDay('2015-03-06', '12:00'), title: 'delegations confirm', play: confirm },
  { at: onDay('2015-04-02', '12:00'), title: 'a late note verbale', play: lateNote },
];
