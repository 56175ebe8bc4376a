import { because, bilingual, contentOf, sendContribution, type Requests } from './beginnings.ts';
import type { Answer, Journey, Who } from './journey.ts';

export const agendaId = 'RIC-2015';
export const onAgenda = (path: string): string => `/agendas/${agendaId}${path}`;

/** Wall time in Brussels on a day of the Conference: 15 or 16 June. */
export const at = (day: 15 | 16, time: string) => ({ wallTime: `2015-06-${day}T${time}`, zone: 'Europe/Brussels' });

export const fieldOf = ({ events }: Answer, name: string): string => {
  const found = events.find(({ data }) => typeof data[name] === 'string')?.data[name];
  if (typeof found !== 'string') throw new Error(`no event tells ${name}`);
  return found;
};

interface Suggestion {
  readonly member: string;
  readonly theme: string;
  readonly title: string;
}

/** A topic that a Member sent, from receipt to acceptance by a second officer; nobody was told of the decision yet. @returns its id */
export const acceptedTopic = async (journey: Journey, requests: Requests, { member, theme, title }: Suggestion): Promise<string> => {
  const content = contentOf(title, { primaryTheme: theme });
  const { id } = await sendContribution(journey, requests, { member, kind: 'topic', content });
  await journey.done('officer', `/topics/${id}/acknowledge`);
  await journey.done('officer', `/topics/${id}/classify`, { primaryTheme: theme, secondaryThemes: [] });
  await journey.done('officer', `/topics/${id}/recommend`, { recommendation: 'accept', ...because('merit') });
  await journey.done('officer:second', `/topics/${id}/accept`, because('merit'));
  return id;
};

/** Tells Members what was decided on their topics, by another than who prepared it. */
export const tellDecisions = async (journey: Journey, topicIds: readonly string[]): Promise<void> => {
  const items = topicIds.map((id) => ({ category: 'topic', id }));
  const { id } = await journey.done('officer', '/releases', { title: bilingual('Decisions of April'), items });
  await journey.done('approver', `/releases/${id}/issue`);
  await journey.settled();
};

/** The agenda of the Conference with its dates. */
export const openAgenda = async (journey: Journey): Promise<void> => {
  await journey.done('officer', '/conferences/RIC-2015/dates', { start: '2015-06-15', end: '2015-06-16', source: 'Notice of March 2015' });
  const title = bilingual('Regional Integration Conference');
  await journey.done('officer', '/agendas', { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title });
  await journey.settled();
};

export const addHeading = async (journey: Journey, theme: string | null, title: string): Promise<string> =>
  fieldOf(await journey.done('officer', onAgenda('/headings'), { title: bilingual(title), theme }), 'headingId');

export const addItem = async (journey: Journey, headingId: string, topicId: string, title: string): Promise<string> => {
  const wish = { headingId, topicId, title: bilingual(title), actionLabels: ['for_discussion'] };
  return fieldOf(await journey.done('officer', onAgenda('/items'), wish), 'itemId');
};

export const addRoom = async (journey: Journey): Promise<string> =>
  fieldOf(await journey.done('officer', onAgenda('/rooms'), { name: bilingual('Main hall'), capacity: 250 }), 'roomId');

interface SlotWish {
  readonly roomId: string;
  readonly day: 15 | 16;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly itemIds: readonly string[];
}

export const slotOf = ({ roomId, day, from, to, title, itemIds }: SlotWish) => ({
  roomId,
  start: at(day, from),
  end: at(day, to),
  title: bilingual(title),
  itemIds,
});

export const addSlot = async (journey: Journey, wish: SlotWish): Promise<string> =>
  fieldOf(await journey.done('officer', onAgenda('/slots'), slotOf(wish)), 'slotId');

export const addDays = async (journey: Journey): Promise<void> => {
  await journey.done('officer', onAgenda('/days'), { date: '2015-06-15', title: bilingual('First day') });
  await journey.done('officer', onAgenda('/days'), { date: '2015-06-16', title: bilingual('Second day') });
};

/** Says of every priority that has no item why. */
export const accountForOthers = async (journey: Journey): Promise<void> => {
  const { checks } = await journey.read<{ checks: { prioritiesUnaccounted: readonly string[] } }>('officer', onAgenda('/working'));
  for (const theme of checks.prioritiesUnaccounted)
    await journey.done('officer', onAgenda('/omissions'), { theme, reason: bilingual('No Member suggested a topic.') });
};

/** Proposed by an officer. @returns the content hash */
export const propose = async (journey: Journey, more: object = {}): Promise<string> =>
  fieldOf(
    await journey.done('officer', onAgenda('/propose'), { changeNote: bilingual('What this version changes.'), ...more }),
    'contentHash',
  );

export const approve = (journey: Journey, contentHash: string, who: Who = 'approver'): Promise<Answer> =>
  journey.done(who, onAgenda('/approve'), { contentHash });

/** Proposed, approved by another, and out. */
export const publish = async (journey: Journey, more: object = {}): Promise<void> => {
  await approve(journey, await propose(journey, more));
  await journey.done('officer', onAgenda('/publish'));
  await journey.settled();
};

const palestine = {
  code: 'PS',
  name: { en: 'Palestine', fr: 'Palestine' },
  region: 'MENA',
  accededOn: '2015-03-24',
  accessionVerified: false,
  correspondenceLanguage: 'en',
  landlocked: false,
  kind: 'state',
  economicCommunities: [],
};

/** What a journey along the agenda comes back to. */
export interface Draft {
  readonly topics: { readonly kenya: string; readonly burundi: string; readonly uganda: string };
  readonly headings: { readonly disputes: string; readonly origin: string };
  readonly items: { readonly kenya: string; readonly burundi: string; readonly uganda: string };
  readonly slots: { readonly first: string; readonly second: string };
  readonly roomId: string;
}

/** A draft of two priorities, three topics and two slots, every other priority left out with a reason; not proposed yet. */
export const buildDraft = async (journey: Journey, requests: Requests): Promise<Draft> => {
  const kenya = await acceptedTopic(journey, requests, { member: 'KE', theme: 'DISPUTES', title: 'One law, five tribunals' });
  const burundi = await acceptedTopic(journey, requests, { member: 'BI', theme: 'ORIGIN', title: 'Cumulation between communities' });
  const uganda = await acceptedTopic(journey, requests, { member: 'UG', theme: 'ORIGIN', title: 'Proof of origin without paper' });
  await journey.done('delegate:RW', `/topics/${burundi}/join`);
  await journey.walkTo('2015-03-24T08:00:00.000Z');
  await journey.done('officer', '/members', palestine);
  await journey.walkTo('2015-04-17T08:00:00.000Z');
  await openAgenda(journey);
  const disputes = await addHeading(journey, 'DISPUTES', 'Disputes');
  const origin = await addHeading(journey, 'ORIGIN', 'Rules of origin');
  const items = {
    kenya: await addItem(journey, disputes, kenya, 'Appeals in a customs union'),
    burundi: await addItem(journey, origin, burundi, 'Cumulation'),
    uganda: await addItem(journey, origin, uganda, 'Proof of origin'),
  };
  await addDays(journey);
  const roomId = await addRoom(journey);
  const slots = {
    first: await addSlot(journey, { roomId, day: 15, from: '09:30', to: '11:00', title: 'Disputes', itemIds: [items.kenya] }),
    second: await addSlot(journey, {
      roomId,
      day: 15,
      from: '11:00',
      to: '12:30',
      title: 'Origin',
      itemIds: [items.burundi, items.uganda],
    }),
  };
  await accountForOthers(journey);
  return { topics: { kenya, burundi, uganda }, headings: { disputes, origin }, items, slots, roomId };
};

/** The draft out and circulated on 20 April 2015, comments asked for until 6 May. @returns id of the circulation */
export const circulateDraft = async (journey: Journey, { topics }: Draft): Promise<string> => {
  await tellDecisions(journey, Object.values(topics));
  await journey.walkTo('2015-04-20T08:00:00.000Z');
  await publish(journey);
  const wish = { commentsUntil: { wallTime: '2015-05-06T23:59', zone: 'Europe/Brussels' } };
  return fieldOf(await journey.done('officer', onAgenda('/circulations'), wish), 'circulationId');
};
