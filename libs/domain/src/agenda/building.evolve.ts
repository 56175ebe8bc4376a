import type { Handlers } from '../kernel/index.ts';
import type { AgendaHeading, AgendaItem } from './agenda.content.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import type { AgendaBuildingEvent } from './building.events.ts';
import { itemLabel, romanNumeral } from './numbering.ts';
import { placed } from './order.ts';

type State = OpenAgendaState;
type AfterOpening = Exclude<AgendaBuildingEvent, { type: 'AgendaOpened' | 'SessionAgendaOpened' }>;

const withoutAgendaId = <T extends { readonly agendaId: string }>({ agendaId: _agendaId, ...rest }: T): Omit<T, 'agendaId'> => rest;

const changeItem = (state: State, itemId: string, change: (item: AgendaItem) => AgendaItem): State => ({
  ...state,
  items: state.items.map((item) => (item.itemId === itemId ? change(item) : item)),
});

const changeHeading = (state: State, headingId: string, change: Partial<AgendaHeading>): State => ({
  ...state,
  headings: state.headings.map((heading) => (heading.headingId === headingId ? { ...heading, ...change } : heading)),
});

const addItem = (state: State, item: AgendaItem): State => {
  const { headingId, itemId, letter } = item;
  return { ...state, items: [...state.items, item], lettersGiven: [...state.lettersGiven, { headingId, itemId, letter }] };
};

const without = <T>(list: readonly T[], unwanted: (entry: T) => boolean): readonly T[] => list.filter((entry) => !unwanted(entry));

const wasShown = ({ versions }: State, itemId: string): boolean => versions.some(({ itemIds }) => itemIds.includes(itemId));

export const buildingEvolve: Handlers<AfterOpening, State, State> = {
  AgendaRetitled: ({ title }, state) => ({ ...state, title }),
  AgendaHeadingAdded: (data, state) => ({ ...state, headings: [...state.headings, withoutAgendaId(data)], numbersGiven: data.number }),
  AgendaHeadingRetitled: ({ headingId, title }, state) => changeHeading(state, headingId, { title }),
  AgendaHeadingMoved: ({ headingId, before }, state) => ({
    ...state,
    headings: placed(state.headings, { id: headingId, before, idOf: (heading) => heading.headingId }),
  }),
  AgendaHeadingRemoved: ({ headingId, number, reason }, state) => {
    const heading = state.headings.find((entry) => entry.headingId === headingId);
    const trace = { kind: 'heading', id: headingId, label: romanNumeral(number), reasonCode: reason.code } as const;
    return {
      ...state,
      headings: without(state.headings, (entry) => entry.headingId === headingId),
      removedHeadings: [...state.removedHeadings, headingId],
      cancelled:
        heading === undefined || !state.versions.some(({ headingIds }) => headingIds.includes(headingId))
          ? state.cancelled
          : [...state.cancelled, { ...trace, title: heading.title }],
    };
  },
  AgendaItemAdded: (data, state) => addItem(state, withoutAgendaId(data)),
  AgendaProceduralItemAdded: (data, state) => addItem(state, withoutAgendaId(data)),
  AgendaItemMoved: ({ itemId, to, letter, before }, state) => {
    const known = state.lettersGiven.some((given) => given.itemId === itemId && given.headingId === to);
    const moved = changeItem(state, itemId, (item) => ({ ...item, headingId: to, letter }));
    return {
      ...moved,
      items: placed(moved.items, { id: itemId, before, idOf: (item) => item.itemId }),
      lettersGiven: known ? state.lettersGiven : [...state.lettersGiven, { headingId: to, itemId, letter }],
    };
  },
  AgendaItemRetitled: ({ itemId, title }, state) => changeItem(state, itemId, (item) => ({ ...item, title })),
  AgendaItemAnnotated: ({ itemId, annotation }, state) => changeItem(state, itemId, (item) => ({ ...item, annotation })),
  AgendaActionLabelsChanged: ({ itemId, actionLabels }, state) => changeItem(state, itemId, (item) => ({ ...item, actionLabels })),
  AgendaItemRemoved: ({ itemId, headingId, letter, reason }, state) => {
    const item = state.items.find((entry) => entry.itemId === itemId);
    const number = state.headings.find((heading) => heading.headingId === headingId)?.number ?? 0;
    const trace = { kind: 'item', id: itemId, label: itemLabel(number, letter), reasonCode: reason.code } as const;
    return {
      ...state,
      items: without(state.items, (entry) => entry.itemId === itemId),
      cancelled: item === undefined || !wasShown(state, itemId) ? state.cancelled : [...state.cancelled, { ...trace, title: item.title }],
      programme: {
        ...state.programme,
        slots: state.programme.slots.map((slot) => ({ ...slot, itemIds: without(slot.itemIds, (id) => id === itemId) })),
      },
    };
  },
  AgendaItemTopicRefreshed: ({ itemId, topicReference, topicContentHash, sponsors }, state) =>
    changeItem(state, itemId, (item) => ({ ...item, topicReference, topicContentHash, sponsors })),
  AgendaDocumentPinned: ({ itemId, document }, state) =>
    changeItem(state, itemId, (item) => ({ ...item, documents: [...(item.documents ?? []), document] })),
  AgendaDocumentRepinned: ({ itemId, replaced, document }, state) =>
    changeItem(state, itemId, (item) => ({
      ...item,
      documents: (item.documents ?? []).map((pinned) => (pinned.documentId === replaced.documentId ? document : pinned)),
    })),
  AgendaDocumentUnpinned: ({ itemId, documentId }, state) => ({
    ...changeItem(state, itemId, ({ documents = [], ...item }) => {
      const left = without(documents, (document) => document.documentId === documentId);
      return left.length === 0 ? item : { ...item, documents: left };
    }),
    unpinned: [...state.unpinned, { itemId, documentId }],
  }),
  PriorityOmissionJustified: (data, state) => ({
    ...state,
    omitted: [...without(state.omitted, ({ theme }) => theme === data.theme), withoutAgendaId(data)],
  }),
  PriorityOmissionLifted: ({ theme }, state) => ({ ...state, omitted: without(state.omitted, (entry) => entry.theme === theme) }),
  AgendaLateTopicListed: ({ topicId }, state) => ({ ...state, lateTopics: [...state.lateTopics, { topicId, ruling: null }] }),
  AgendaLateTopicRuled: ({ topicId, ruling }, state) => ({
    ...state,
    lateTopics: state.lateTopics.map((late) => (late.topicId === topicId ? { ...late, ruling } : late)),
  }),
  AgendaFreezeScheduled: ({ due }, state) => ({ ...state, freezeDue: due }),
  AgendaFrozen: ({ frozenAt }, state) => ({ ...state, frozenAt, freezeDue: null }),
  AgendaUnfrozen: (_data, state) => ({ ...state, frozenAt: null }),
};
