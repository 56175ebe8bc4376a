import { accept, missingLanguages, reject, same, type Bilingual, type Decision } from '../kernel/index.ts';
import type { AgendaCommand, AgendaRejection, PlaceableTopic } from './agenda.commands.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { itemLetter } from './numbering.ts';

type AgendaDecision = Decision<AgendaEvent, AgendaRejection>;
type Data<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>['data'];

/** Both working languages are there, or which are missing. */
export const checkTitle = (title: Bilingual): AgendaRejection | null => {
  const missing = missingLanguages(title);
  return missing.length === 0 ? null : { code: 'agenda.title_missing_language', missing };
};

const checkStill = ({ pending }: OpenAgendaState): AgendaRejection | null =>
  pending === null ? null : { code: 'agenda.version_pending', version: pending.version };

const checkTheme = (theme: string | null, priorities: readonly string[], { headings }: OpenAgendaState): AgendaRejection | null => {
  if (theme === null) return null;
  if (!priorities.includes(theme)) return { code: 'agenda.theme_not_a_priority', theme };
  return headings.some((heading) => heading.theme === theme) ? { code: 'agenda.theme_already_has_heading', theme } : null;
};

export const addHeading = ({ headingId, title, theme, priorities }: Data<'AddAgendaHeading'>, state: OpenAgendaState): AgendaDecision => {
  const known = state.headings.find((heading) => heading.headingId === headingId);
  if (known !== undefined && same(known.title, title) && known.theme === theme) return accept();
  const wrong = checkStill(state) ?? checkTitle(title) ?? checkTheme(theme, priorities, state);
  if (wrong !== null) return reject(wrong);
  const number = Math.max(0, ...state.headings.map((heading) => heading.number)) + 1;
  return accept({ type: 'AgendaHeadingAdded', data: { agendaId: state.agendaId, headingId, number, title, theme } });
};

const checkTopic = (topic: PlaceableTopic, { items }: OpenAgendaState): AgendaRejection | null => {
  if (topic.stage !== 'accepted') return { code: 'agenda.topic_not_accepted', stage: topic.stage };
  const placed = items.find(({ topicId }) => topicId === topic.topicId);
  return placed === undefined ? null : { code: 'agenda.topic_already_placed', item: placed.itemId };
};

const checkPlace = ({ headingId, actionLabels, title }: Data<'AddAgendaItem'>, state: OpenAgendaState): AgendaRejection | null => {
  const still = checkStill(state);
  if (still !== null) return still;
  if (!state.headings.some((heading) => heading.headingId === headingId)) return { code: 'agenda.heading_unknown', heading: headingId };
  return actionLabels.length === 0 ? { code: 'agenda.action_label_missing' } : checkTitle(title);
};

const isPlacedAlready = ({ itemId, headingId, title, topic }: Data<'AddAgendaItem'>, { items }: OpenAgendaState): boolean =>
  items.some(
    (item) => item.itemId === itemId && item.headingId === headingId && item.topicId === topic?.topicId && same(item.title, title),
  );

export const addItem = (wish: Data<'AddAgendaItem'>, state: OpenAgendaState): AgendaDecision => {
  if (isPlacedAlready(wish, state)) return accept();
  const { itemId, headingId, title, actionLabels, topic } = wish;
  if (topic === null) return reject({ code: 'agenda.topic_not_found' });
  const wrong = checkPlace(wish, state) ?? checkTopic(topic, state);
  if (wrong !== null) return reject(wrong);
  const letter = itemLetter(state.items.filter((item) => item.headingId === headingId).length + 1);
  const { topicId, reference, contentHash, member, guidanceId } = topic;
  const placed = { topicId, topicReference: reference, topicContentHash: contentHash, sponsors: [member], guidanceId };
  return accept({ type: 'AgendaItemAdded', data: { agendaId: state.agendaId, itemId, headingId, letter, title, actionLabels, ...placed } });
};

/** Priorities that have at least one item on the working agenda. */
export const coveredPriorities = ({ headings, items }: OpenAgendaState): readonly string[] =>
  headings.flatMap(({ headingId, theme }) => (theme !== null && items.some((item) => item.headingId === headingId) ? [theme] : []));

export const justifyOmission = ({ theme, reason, priorities }: Data<'JustifyPriorityOmission'>, state: OpenAgendaState): AgendaDecision => {
  if (state.omitted.some((omission) => omission.theme === theme && same(omission.reason, reason))) return accept();
  const still = checkStill(state);
  if (still !== null) return reject(still);
  if (!priorities.includes(theme)) return reject({ code: 'agenda.theme_not_a_priority', theme });
  if (missingLanguages(reason).length > 0) return reject({ code: 'reason.text_missing' });
  if (coveredPriorities(state).includes(theme)) return reject({ code: 'agenda.priority_is_on_agenda', theme });
  return accept({ type: 'PriorityOmissionJustified', data: { agendaId: state.agendaId, theme, reason } });
};
