import { missingLanguages, type Bilingual, type Decision } from '../kernel/index.ts';
import type { AgendaItem, AgendaTopicItem } from './agenda.content.ts';
import type { AgendaCommand } from './agenda.commands.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { OpenAgendaState } from './agenda.state.ts';

export type AgendaDecision = Decision<AgendaEvent, AgendaRejection>;
/** What a command of the agenda carries. */
export type Data<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>['data'];

/** Both working languages are there, or which are missing. */
export const checkTitle = (title: Bilingual): AgendaRejection | null => {
  const missing = missingLanguages(title);
  return missing.length === 0 ? null : { code: 'agenda.title_missing_language', missing };
};

/** Nothing waits for approval or publication, and the meeting is not over. */
export const checkStill = ({ pending, closed }: OpenAgendaState): AgendaRejection | null => {
  if (closed) return { code: 'agenda.closed' };
  return pending === null ? null : { code: 'agenda.version_pending', version: pending.version };
};

/** Besides, the structure may be changed. */
export const checkBuilding = (state: OpenAgendaState): AgendaRejection | null => {
  const still = checkStill(state);
  if (still !== null) return still;
  return state.frozenAt === null ? null : { code: 'agenda.frozen', frozenAt: state.frozenAt };
};

/** Whether a topic stands behind an item. */
export const hasTopic = (item: AgendaItem): item is AgendaTopicItem => 'topicId' in item;

export const itemOf = ({ items }: OpenAgendaState, itemId: string): AgendaItem | null =>
  items.find((item) => item.itemId === itemId) ?? null;
