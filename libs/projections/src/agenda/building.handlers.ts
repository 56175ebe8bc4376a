import {
  itemLabel,
  romanNumeral,
  type AgendaBuildingEvent,
  type AgendaCancellation,
  type AgendaHeading,
  type AgendaItem,
  type AgendaSlot,
} from '../../../domain/src/index.ts';
import type { Handler } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { changePart, dropPart, movePart, noteOnAgenda, partOf, partsOf, putPart, wasShown, type PartKind } from './agenda.parts.ts';

type Tx = ReadModelTransaction;

const open = (tx: Tx, agendaId: string, kind: 'conference' | 'session', meetingId: string, data: object, revision: number): void => {
  tx.run("INSERT INTO agenda VALUES (?, ?, ?, ?, '{}', ?)", agendaId, kind, meetingId, JSON.stringify(data), revision);
};

const changeItem = (
  tx: Tx,
  { agendaId, itemId }: { readonly agendaId: string; readonly itemId: string },
  change: (item: AgendaItem) => AgendaItem,
): void => {
  changePart<AgendaItem>(tx, { agendaId, kind: 'item', id: itemId }, change);
};

/** What readers have seen and is gone leaves a trace in every later version (row C14). */
export const leaveTrace = (tx: Tx, agendaId: string, revision: number, trace: Omit<AgendaCancellation, 'title'>): void => {
  const kind: PartKind = trace.kind;
  const part = partOf<AgendaHeading | AgendaItem | AgendaSlot>(tx, { agendaId, kind, id: trace.id });
  if (part === null || !wasShown(tx, { agendaId, kind, id: trace.id })) return;
  putPart(tx, { agendaId, kind: 'trace', id: String(revision) }, revision, { ...trace, title: part.title });
};

const takeOffSlots = (tx: Tx, agendaId: string, itemId: string): void => {
  for (const { slotId, itemIds } of partsOf<AgendaSlot>(tx, agendaId, 'slot'))
    if (itemIds.includes(itemId))
      changePart<AgendaSlot>(tx, { agendaId, kind: 'slot', id: slotId }, (slot) => ({
        ...slot,
        itemIds: slot.itemIds.filter((id) => id !== itemId),
      }));
};

const removeItem: Handler<'AgendaItemRemoved'> = (tx, { data: { agendaId, itemId, headingId, letter, reason }, revision }) => {
  const heading = partOf<AgendaHeading>(tx, { agendaId, kind: 'heading', id: headingId });
  const label = itemLabel(heading?.number ?? 0, letter);
  leaveTrace(tx, agendaId, revision, { kind: 'item', id: itemId, label, reasonCode: reason.code });
  dropPart(tx, { agendaId, kind: 'item', id: itemId });
  takeOffSlots(tx, agendaId, itemId);
};

const unpin: Handler<'AgendaDocumentUnpinned'> = (tx, { data }) => {
  changeItem(tx, data, ({ documents = [], ...item }) => {
    const left = documents.filter(({ documentId }) => documentId !== data.documentId);
    return left.length === 0 ? item : { ...item, documents: left };
  });
};

export const buildingHandlers: { readonly [T in AgendaBuildingEvent['type']]: Handler<T> } = {
  AgendaOpened: (tx, { data: { agendaId, conferenceId, ...data }, revision }) => {
    open(tx, agendaId, 'conference', conferenceId, data, revision);
  },
  SessionAgendaOpened: (tx, { data: { agendaId, sessionId, ...data }, revision }) => {
    open(tx, agendaId, 'session', sessionId, data, revision);
  },
  AgendaRetitled: (tx, { data: { agendaId, title } }) => {
    tx.run("UPDATE agenda SET data = json_set(data, '$.title', json(?)) WHERE agenda_id = ?", JSON.stringify(title), agendaId);
  },
  AgendaHeadingAdded: (tx, { data: { agendaId, ...heading }, revision }) => {
    putPart(tx, { agendaId, kind: 'heading', id: heading.headingId }, revision, heading);
  },
  AgendaHeadingRetitled: (tx, { data: { agendaId, headingId, title } }) => {
    changePart<AgendaHeading>(tx, { agendaId, kind: 'heading', id: headingId }, (heading) => ({ ...heading, title }));
  },
  AgendaHeadingMoved: (tx, { data: { agendaId, headingId, before } }) => {
    movePart(tx, { agendaId, kind: 'heading', id: headingId }, before);
  },
  AgendaHeadingRemoved: (tx, { data: { agendaId, headingId, number, reason }, revision }) => {
    leaveTrace(tx, agendaId, revision, { kind: 'heading', id: headingId, label: romanNumeral(number), reasonCode: reason.code });
    dropPart(tx, { agendaId, kind: 'heading', id: headingId });
  },
  AgendaItemAdded: (tx, { data: { agendaId, ...item }, revision }) => {
    putPart(tx, { agendaId, kind: 'item', id: item.itemId }, revision, item);
  },
  AgendaProceduralItemAdded: (tx, { data: { agendaId, ...item }, revision }) => {
    putPart(tx, { agendaId, kind: 'item', id: item.itemId }, revision, item);
  },
  AgendaItemMoved: (tx, { data }) => {
    changeItem(tx, data, (item) => ({ ...item, headingId: data.to, letter: data.letter }));
    movePart(tx, { agendaId: data.agendaId, kind: 'item', id: data.itemId }, data.before);
  },
  AgendaItemRetitled: (tx, { data }) => {
    changeItem(tx, data, (item) => ({ ...item, title: data.title }));
  },
  AgendaItemAnnotated: (tx, { data }) => {
    changeItem(tx, data, (item) => ({ ...item, annotation: data.annotation }));
  },
  AgendaActionLabelsChanged: (tx, { data }) => {
    changeItem(tx, data, (item) => ({ ...item, actionLabels: data.actionLabels }));
  },
  AgendaItemRemoved: removeItem,
  AgendaItemTopicRefreshed: (tx, { data: { topicReference, topicContentHash, sponsors, ...item } }) => {
    changeItem(tx, item, (earlier) => ({ ...earlier, topicReference, topicContentHash, sponsors }));
  },
  AgendaDocumentPinned: (tx, { data }) => {
    changeItem(tx, data, (item) => ({ ...item, documents: [...(item.documents ?? []), data.document] }));
  },
  AgendaDocumentRepinned: (tx, { data: { replaced, document, ...item } }) => {
    changeItem(tx, item, (earlier) => ({
      ...earlier,
      documents: (earlier.documents ?? []).map((pinned) => (pinned.documentId === replaced.documentId ? document : pinned)),
    }));
  },
  AgendaDocumentUnpinned: unpin,
  PriorityOmissionJustified: (tx, { data: { agendaId, ...omission }, revision }) => {
    putPart(tx, { agendaId, kind: 'omission', id: omission.theme }, revision, omission);
  },
  PriorityOmissionLifted: (tx, { data: { agendaId, theme } }) => {
    dropPart(tx, { agendaId, kind: 'omission', id: theme });
  },
  AgendaLateTopicListed: (tx, { data: { agendaId, ...late }, revision }) => {
    putPart(tx, { agendaId, kind: 'late', id: late.topicId }, revision, { ...late, ruling: null });
  },
  AgendaLateTopicRuled: (tx, { data: { agendaId, topicId, ...ruling } }) => {
    changePart<object>(tx, { agendaId, kind: 'late', id: topicId }, (late) => ({ ...late, ruling }));
  },
  AgendaFreezeScheduled: (tx, { data: { agendaId, daysBefore, due } }) => {
    noteOnAgenda(tx, agendaId, 'freezeDue', { daysBefore, due });
  },
  AgendaFrozen: (tx, { data: { agendaId, ...frozen } }) => {
    noteOnAgenda(tx, agendaId, 'frozen', frozen);
    noteOnAgenda(tx, agendaId, 'freezeDue', null);
  },
  AgendaUnfrozen: (tx, { data: { agendaId } }) => {
    noteOnAgenda(tx, agendaId, 'frozen', null);
  },
};
