import { accept, reject, same, checkReasonGiven, saysNothing } from '../kernel/index.ts';
import type { AgendaItem, PinnedDocument } from './agenda.content.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { checkBuilding, checkStill, checkTitle, hasTopic, itemOf, type AgendaDecision, type Data } from './checks.ts';
import { checkLabels, lastOfPriority, letterUnder, liftOmission, omissionFor } from './items.decide.ts';
import { placed } from './order.ts';

type State = OpenAgendaState;

const onItem = (state: State, itemId: string, decide: (item: AgendaItem) => AgendaDecision): AgendaDecision => {
  const item = itemOf(state, itemId);
  return item === null ? reject({ code: 'agenda.item_unknown', item: itemId }) : decide(item);
};

const orderUnder = (items: readonly AgendaItem[], headingId: string): readonly string[] =>
  items.filter((item) => item.headingId === headingId).map(({ itemId }) => itemId);

const isMove = (state: State, item: AgendaItem, { headingId, before }: Data<'MoveAgendaItem'>): boolean => {
  if (item.headingId !== headingId) return true;
  const moved = placed(state.items, { id: item.itemId, before, idOf: ({ itemId }) => itemId });
  return !same(orderUnder(state.items, headingId), orderUnder(moved, headingId));
};

/** A move to another heading gives another letter; within its heading an item keeps the one it has. */
export const moveItem = (wish: Data<'MoveAgendaItem'>, state: State): AgendaDecision =>
  onItem(state, wish.itemId, (item) => {
    const { itemId, headingId, before } = wish;
    if (!state.headings.some((heading) => heading.headingId === headingId))
      return reject({ code: 'agenda.heading_unknown', heading: headingId });
    if (before !== null && (before === itemId || !orderUnder(state.items, headingId).includes(before)))
      return reject({ code: 'agenda.place_unknown', before });
    if (!isMove(state, item, wish)) return accept();
    const wrong = checkBuilding(state);
    if (wrong !== null) return reject(wrong);
    const letter = letterUnder(state, headingId, itemId);
    return accept(
      { type: 'AgendaItemMoved', data: { agendaId: state.agendaId, itemId, from: item.headingId, to: headingId, letter, before } },
      ...liftOmission(state, headingId),
    );
  });

export const retitleItem = ({ itemId, title }: Data<'RetitleAgendaItem'>, state: State): AgendaDecision =>
  onItem(state, itemId, (item) => {
    if (same(item.title, title)) return accept();
    const wrong = checkBuilding(state) ?? checkTitle(title);
    return wrong === null ? accept({ type: 'AgendaItemRetitled', data: { agendaId: state.agendaId, itemId, title } }) : reject(wrong);
  });

/** The annotation may come in one language first; a version does not go out before the other is there (BR-16). */
export const annotateItem = ({ itemId, annotation }: Data<'AnnotateAgendaItem'>, state: State): AgendaDecision =>
  onItem(state, itemId, (item) => {
    if (same(item.annotation, annotation)) return accept();
    const wrong = checkStill(state);
    if (wrong !== null) return reject(wrong);
    if (saysNothing(annotation)) return reject({ code: 'agenda.annotation_missing' });
    return accept({ type: 'AgendaItemAnnotated', data: { agendaId: state.agendaId, itemId, annotation } });
  });

export const changeActionLabels = ({ itemId, actionLabels }: Data<'ChangeAgendaActionLabels'>, state: State): AgendaDecision =>
  onItem(state, itemId, (item) => {
    if (same(item.actionLabels, actionLabels)) return accept();
    const wrong = checkBuilding(state) ?? checkLabels(actionLabels);
    if (wrong !== null) return reject(wrong);
    const labels = actionLabels.filter((label) => label !== 'for_information');
    return accept({ type: 'AgendaActionLabelsChanged', data: { agendaId: state.agendaId, itemId, actionLabels: labels } });
  });

export const removeItem = ({ itemId, reason, omission }: Data<'RemoveAgendaItem'>, state: State): AgendaDecision => {
  // Letters are given for ever: one that names an item which is there no more tells of a removal.
  if (itemOf(state, itemId) === null && state.lettersGiven.some((given) => given.itemId === itemId)) return accept();
  return onItem(state, itemId, (item) => {
    const wrong = checkBuilding(state) ?? checkReasonGiven(reason);
    if (wrong !== null) return reject(wrong);
    const { agendaId } = state;
    const { headingId, letter } = item;
    const removed: AgendaEvent = { type: 'AgendaItemRemoved', data: { agendaId, itemId, headingId, letter, reason } };
    const theme = lastOfPriority(state, item);
    const justified = theme === null ? accept<AgendaEvent>() : omissionFor(theme, omission, agendaId);
    return justified.accepted ? accept(removed, ...justified.events) : justified;
  });
};

/** Brings an item up to the topic's present edition and sponsors. */
export const refreshTopic = ({ itemId, topic }: Data<'RefreshAgendaItemTopic'>, state: State): AgendaDecision =>
  onItem(state, itemId, (item) => {
    if (!hasTopic(item)) return reject({ code: 'agenda.item_has_no_topic', item: itemId });
    if (topic?.topicId !== item.topicId) return reject({ code: 'agenda.topic_not_found' });
    const fresh = {
      topicReference: topic.reference,
      topicContentHash: topic.contentHash,
      sponsors: topic.sponsors ?? [topic.member],
    };
    const { topicReference, topicContentHash, sponsors } = item;
    if (same(fresh, { topicReference, topicContentHash, sponsors })) return accept();
    const wrong = checkStill(state);
    return wrong === null
      ? accept({ type: 'AgendaItemTopicRefreshed', data: { agendaId: state.agendaId, itemId, ...fresh } })
      : reject(wrong);
  });

const isOtherEdition = (a: PinnedDocument, b: PinnedDocument): boolean => a.work === b.work && a.language === b.language;

/** Pins a document, or its next edition in the place of the one that was pinned. */
export const pinDocument = ({ itemId, document }: Data<'PinAgendaDocument'>, state: State): AgendaDecision =>
  onItem(state, itemId, (item) => {
    if (document === null) return reject({ code: 'agenda.document_not_found' });
    const pinned = item.documents ?? [];
    if (pinned.some((entry) => same(entry, document))) return accept();
    const wrong = checkStill(state);
    if (wrong !== null) return reject(wrong);
    const { agendaId } = state;
    const replaced = pinned.find((entry) => isOtherEdition(entry, document));
    return replaced === undefined
      ? accept({ type: 'AgendaDocumentPinned', data: { agendaId, itemId, document } })
      : accept({ type: 'AgendaDocumentRepinned', data: { agendaId, itemId, replaced, document } });
  });

export const unpinDocument = ({ itemId, documentId }: Data<'UnpinAgendaDocument'>, state: State): AgendaDecision =>
  onItem(state, itemId, (item) => {
    if (!(item.documents ?? []).some((document) => document.documentId === documentId))
      return state.unpinned.some((gone) => same(gone, { itemId, documentId }))
        ? accept()
        : reject({ code: 'agenda.document_not_pinned', document: documentId });
    const wrong = checkStill(state);
    return wrong === null
      ? accept({ type: 'AgendaDocumentUnpinned', data: { agendaId: state.agendaId, itemId, documentId } })
      : reject(wrong);
  });
