import { accept, reject, same, type Bilingual } from '../kernel/index.ts';
import type { ActionLabel, AgendaItem, AgendaItemPlacement, AgendaItemTopic } from './agenda.content.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import type { PlaceableTopic } from './building.commands.ts';
import { checkBuilding, checkStill, checkTitle, hasTopic, itemOf, type AgendaDecision, type Data } from './checks.ts';
import { itemLetter } from './numbering.ts';

type Wish = Pick<Data<'AddAgendaItem'>, 'itemId' | 'headingId' | 'title' | 'actionLabels'>;

/** What only informs is no business of the body: it is a reference document (the rule of the ITU). */
const mayBeAsked = (label: ActionLabel | 'for_information'): label is ActionLabel => label !== 'for_information';

export const checkLabels = (labels: Wish['actionLabels']): AgendaRejection | null => {
  if (!labels.every(mayBeAsked)) return { code: 'agenda.for_information_only' };
  return labels.length === 0 ? { code: 'agenda.action_label_missing' } : null;
};

const rulingOn = ({ lateTopics }: OpenAgendaState, topicId: string): 'admitted' | 'refused' | null =>
  lateTopics.find((late) => late.topicId === topicId)?.ruling ?? null;

/** The Chair let the topic on this agenda, late or after it was frozen. */
const isAdmitted = (topic: PlaceableTopic | null, state: OpenAgendaState): boolean =>
  topic !== null && rulingOn(state, topic.topicId) === 'admitted';

/** A frozen agenda still takes what the Chair admitted (row C10). */
const checkPlace = ({ headingId, actionLabels, title }: Wish, topic: PlaceableTopic | null, state: OpenAgendaState) => {
  const still = isAdmitted(topic, state) ? checkStill(state) : checkBuilding(state);
  if (still !== null) return still;
  if (!state.headings.some((heading) => heading.headingId === headingId))
    return { code: 'agenda.heading_unknown', heading: headingId } as const;
  return checkLabels(actionLabels) ?? checkTitle(title);
};

const checkTopic = (topic: PlaceableTopic, state: OpenAgendaState): AgendaRejection | null => {
  if (topic.forInformation === true) return { code: 'agenda.for_information_only' };
  if (topic.stage !== 'accepted') return { code: 'agenda.topic_not_accepted', stage: topic.stage };
  if (topic.late === true && topic.ruled !== true && !isAdmitted(topic, state))
    return { code: 'agenda.late_without_ruling', topic: topic.topicId };
  const placed = state.items.find((item) => hasTopic(item) && item.topicId === topic.topicId);
  return placed === undefined ? null : { code: 'agenda.topic_already_placed', item: placed.itemId };
};

/** The letter an item has, or gets, under a heading: its own when it was there before, else the next that nobody had. */
export const letterUnder = ({ lettersGiven }: OpenAgendaState, headingId: string, itemId: string): string => {
  const given = lettersGiven.filter((entry) => entry.headingId === headingId);
  return given.find((entry) => entry.itemId === itemId)?.letter ?? itemLetter(given.length + 1);
};

const placement = ({ itemId, headingId, title, actionLabels }: Wish, state: OpenAgendaState): AgendaItemPlacement => ({
  itemId,
  headingId,
  letter: letterUnder(state, headingId, itemId),
  title,
  actionLabels: actionLabels.filter(mayBeAsked),
});

const topicOf = ({ topicId, reference, contentHash, member, guidanceId, sponsors }: PlaceableTopic): AgendaItemTopic => ({
  topicId,
  topicReference: reference,
  topicContentHash: contentHash,
  sponsors: sponsors ?? [member],
  guidanceId,
});

/** The reason why a priority was left out falls when an item comes under its heading. */
export const liftOmission = ({ agendaId, headings, omitted }: OpenAgendaState, headingId: string): readonly AgendaEvent[] => {
  const theme = headings.find((heading) => heading.headingId === headingId)?.theme ?? null;
  return theme !== null && omitted.some((omission) => omission.theme === theme)
    ? [{ type: 'PriorityOmissionLifted', data: { agendaId, theme } }]
    : [];
};

const isThere = ({ itemId, headingId, title }: Wish, state: OpenAgendaState, rest: (item: AgendaItem) => boolean): boolean => {
  const item = itemOf(state, itemId);
  return item !== null && item.headingId === headingId && same(item.title, title) && rest(item);
};

export const addItem = (wish: Data<'AddAgendaItem'>, state: OpenAgendaState): AgendaDecision => {
  const { topic } = wish;
  if (isThere(wish, state, (item) => hasTopic(item) && item.topicId === topic?.topicId)) return accept();
  if (topic === null) return reject({ code: 'agenda.topic_not_found' });
  const wrong = checkPlace(wish, topic, state) ?? checkTopic(topic, state);
  if (wrong !== null) return reject(wrong);
  const late = topic.late === true || isAdmitted(topic, state) ? ({ list: 'late' } as const) : {};
  const data = { agendaId: state.agendaId, ...placement(wish, state), ...topicOf(topic), ...late };
  return accept({ type: 'AgendaItemAdded', data }, ...liftOmission(state, wish.headingId));
};

export const addProceduralItem = (wish: Data<'AddProceduralAgendaItem'>, state: OpenAgendaState): AgendaDecision => {
  const { procedure } = wish;
  if (isThere(wish, state, (item) => !hasTopic(item) && item.procedure === procedure)) return accept();
  const wrong = checkPlace(wish, null, state);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'AgendaProceduralItemAdded', data: { agendaId: state.agendaId, ...placement(wish, state), procedure } });
};

/** Takes over what an earlier meeting carried forward to this one. */
export const carryItem = (wish: Data<'CarryAgendaItem'>, state: OpenAgendaState): AgendaDecision => {
  if (isThere(wish, state, (item) => item.carriedFrom !== undefined)) return accept();
  const { carried } = wish;
  if (carried?.carriedTo !== state.meeting.id) return reject({ code: 'agenda.item_not_carried', item: carried?.itemId ?? '' });
  const taken = state.items.find(({ carriedFrom }) => carriedFrom?.agendaId === carried.agendaId && carriedFrom.itemId === carried.itemId);
  if (taken !== undefined) return reject({ code: 'agenda.topic_already_placed', item: taken.itemId });
  const wrong = checkPlace(wish, null, state);
  if (wrong !== null) return reject(wrong);
  const data = {
    agendaId: state.agendaId,
    ...placement(wish, state),
    carriedFrom: { agendaId: carried.agendaId, itemId: carried.itemId },
  };
  return carried.topic === null
    ? accept({ type: 'AgendaProceduralItemAdded', data: { ...data, procedure: 'report' } })
    : accept({ type: 'AgendaItemAdded', data: { ...data, ...topicOf(carried.topic) } }, ...liftOmission(state, wish.headingId));
};

/** Priorities that have at least one item on the working agenda. */
export const coveredPriorities = ({ headings, items }: OpenAgendaState): readonly string[] =>
  headings.flatMap(({ headingId, theme }) => (theme !== null && items.some((item) => item.headingId === headingId) ? [theme] : []));

export const justifyOmission = ({ theme, reason, priorities }: Data<'JustifyPriorityOmission'>, state: OpenAgendaState): AgendaDecision => {
  if (state.omitted.some((omission) => omission.theme === theme && same(omission.reason, reason))) return accept();
  const still = checkBuilding(state);
  if (still !== null) return reject(still);
  if (!priorities.includes(theme)) return reject({ code: 'agenda.theme_not_a_priority', theme });
  if (checkTitle(reason) !== null) return reject({ code: 'reason.text_missing' });
  if (coveredPriorities(state).includes(theme)) return reject({ code: 'agenda.priority_is_on_agenda', theme });
  return accept({ type: 'PriorityOmissionJustified', data: { agendaId: state.agendaId, theme, reason } });
};

/** The priority that would be left without an item if this one went; null when another stays or it stands for none. */
export const lastOfPriority = ({ headings, items }: OpenAgendaState, { itemId, headingId }: AgendaItem): string | null => {
  const theme = headings.find((heading) => heading.headingId === headingId)?.theme ?? null;
  return items.some((item) => item.headingId === headingId && item.itemId !== itemId) ? null : theme;
};

/** The events by which a priority is left out on purpose, or why that was not said. */
export const omissionFor = (theme: string, omission: Bilingual | null, agendaId: string): AgendaDecision => {
  if (omission === null) return reject({ code: 'agenda.last_item_of_priority', theme });
  if (checkTitle(omission) !== null) return reject({ code: 'reason.text_missing' });
  return accept({ type: 'PriorityOmissionJustified', data: { agendaId, theme, reason: omission } });
};
