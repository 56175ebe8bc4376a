import { describe, expect, it } from '@jest/globals';
import { member } from '../../../../test/support/domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from './index.ts';
import {
  addItem,
  given,
  heading,
  item,
  omitted,
  opened,
  proposed,
  ready,
  stateAfter,
  title,
  topic,
} from '../../../../test/support/agenda.ts';

const frozen = {
  type: 'AgendaFrozen',
  data: { agendaId: 'a1', rule: 'by_hand', frozenBy: proposed.data.proposedBy, frozenAt: proposed.data.proposedAt },
} as const satisfies AgendaEvent;

describe('an item', () => {
  const add = (more: object = {}): AgendaCommand => ({
    type: 'AddProceduralAgendaItem',
    data: { itemId: 'i2', headingId: 'h1', title, actionLabels: ['for_decision'], procedure: 'adoption_of_agenda', ...more },
  });
  const added: AgendaEvent = {
    type: 'AgendaProceduralItemAdded',
    data: {
      agendaId: 'a1',
      itemId: 'i2',
      headingId: 'h1',
      letter: 'b',
      title,
      actionLabels: ['for_decision'],
      procedure: 'adoption_of_agenda',
    },
  };
  it('may come without a topic: opening, adoption of the agenda, closing', () => {
    given(...ready)
      .when(add())
      .then(added);
    given(...ready, added)
      .when(add())
      .thenNothing();
    given(...ready)
      .when(add({ actionLabels: [] }))
      .thenRejected({ code: 'agenda.action_label_missing' });
  });
  it('that is only for information is refused', () => {
    given(...ready)
      .when(add({ actionLabels: ['for_information'] }))
      .thenRejected({ code: 'agenda.for_information_only' });
    given(opened, heading)
      .when(addItem({ actionLabels: ['to_take_note', 'for_information'] }))
      .thenRejected({ code: 'agenda.for_information_only' });
    given(...ready)
      .when({ type: 'ChangeAgendaActionLabels', data: { itemId: 'i1', actionLabels: ['for_information'] } })
      .thenRejected({ code: 'agenda.for_information_only' });
  });
  it('lists every sponsor, and lifts the omission of its priority', () => {
    const justified: AgendaEvent = { type: 'PriorityOmissionJustified', data: { agendaId: 'a1', theme: 'ORIGIN', reason: title } };
    given(opened, heading, justified)
      .when(addItem({ topic: { ...topic, sponsors: [member('KE'), member('BI')] } }))
      .then(
        { ...item, data: { ...item.data, sponsors: [member('KE'), member('BI')] } },
        { type: 'PriorityOmissionLifted', data: { agendaId: 'a1', theme: 'ORIGIN' } },
      );
  });
  it('is asked for something else, once', () => {
    const command: AgendaCommand = {
      type: 'ChangeAgendaActionLabels',
      data: { itemId: 'i1', actionLabels: ['for_guidance', 'to_take_note'] },
    };
    const event: AgendaEvent = {
      type: 'AgendaActionLabelsChanged',
      data: { agendaId: 'a1', itemId: 'i1', actionLabels: ['for_guidance', 'to_take_note'] },
    };
    given(...ready)
      .when(command)
      .then(event);
    given(...ready, event)
      .when(command)
      .thenNothing();
    given(...ready)
      .when({ type: 'ChangeAgendaActionLabels', data: { itemId: 'i1', actionLabels: [] } })
      .thenRejected({ code: 'agenda.action_label_missing' });
  });
  it('is annotated, in one language first, once, even while frozen', () => {
    const command: AgendaCommand = { type: 'AnnotateAgendaItem', data: { itemId: 'i1', annotation: { fr: 'Contexte' } } };
    const event: AgendaEvent = { type: 'AgendaItemAnnotated', data: { agendaId: 'a1', itemId: 'i1', annotation: { fr: 'Contexte' } } };
    given(...ready, frozen)
      .when(command)
      .then(event);
    given(...ready, event)
      .when(command)
      .thenNothing();
    given(...ready)
      .when({ type: 'AnnotateAgendaItem', data: { itemId: 'i1', annotation: { en: ' ' } } })
      .thenRejected({ code: 'agenda.annotation_missing' });
    given(...ready, proposed)
      .when(command)
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
  it('follows its topic to a later edition and other sponsors, once', () => {
    const fresh = { ...topic, contentHash: 'h2', sponsors: [member('KE'), member('BI')] };
    const refresh = (itemId: string, placed: typeof topic | null): AgendaCommand => ({
      type: 'RefreshAgendaItemTopic',
      data: { itemId, topic: placed },
    });
    const event: AgendaEvent = {
      type: 'AgendaItemTopicRefreshed',
      data: { agendaId: 'a1', itemId: 'i1', topicReference: 'KE-00001', topicContentHash: 'h2', sponsors: [member('KE'), member('BI')] },
    };
    given(...ready)
      .when(refresh('i1', topic))
      .thenNothing();
    given(...ready)
      .when(refresh('i1', fresh))
      .then(event);
    given(...ready, event)
      .when(refresh('i1', fresh))
      .thenNothing();
    given(...ready)
      .when(refresh('i1', { ...topic, topicId: 't9' }))
      .thenRejected({ code: 'agenda.topic_not_found' });
    given(...ready)
      .when(refresh('i1', null))
      .thenRejected({ code: 'agenda.topic_not_found' });
    given(...ready, added)
      .when(refresh('i2', topic))
      .thenRejected({ code: 'agenda.item_has_no_topic', item: 'i2' });
    given(...ready, proposed)
      .when(refresh('i1', fresh))
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
});

describe('a document', () => {
  const english = { documentId: 'd1', work: 'PC0410', symbol: 'PC0410E1', language: 'en', contentHash: 'x1' } as const;
  const second = { ...english, documentId: 'd2', symbol: 'PC0410E2', contentHash: 'x2' };
  const pin = (document: typeof english | typeof second | null): AgendaCommand => ({
    type: 'PinAgendaDocument',
    data: { itemId: 'i1', document },
  });
  const pinned: AgendaEvent = { type: 'AgendaDocumentPinned', data: { agendaId: 'a1', itemId: 'i1', document: english } };
  const unpin = (documentId: string): AgendaCommand => ({ type: 'UnpinAgendaDocument', data: { itemId: 'i1', documentId } });
  const unpinned: AgendaEvent = { type: 'AgendaDocumentUnpinned', data: { agendaId: 'a1', itemId: 'i1', documentId: 'd1' } };
  it('is pinned by its hash, once', () => {
    given(...ready)
      .when(pin(english))
      .then(pinned);
    given(...ready, pinned)
      .when(pin(english))
      .thenNothing();
    given(...ready)
      .when(pin(null))
      .thenRejected({ code: 'agenda.document_not_found' });
    expect(stateAfter(...ready, pinned).items[0]?.documents).toStrictEqual([english]);
  });
  it('gives way to its next edition', () => {
    const repinned: AgendaEvent = {
      type: 'AgendaDocumentRepinned',
      data: { agendaId: 'a1', itemId: 'i1', replaced: english, document: second },
    };
    given(...ready, pinned)
      .when(pin(second))
      .then(repinned);
    expect(stateAfter(...ready, pinned, repinned).items[0]?.documents).toStrictEqual([second]);
  });
  it('is taken off, once; what was never pinned cannot be', () => {
    given(...ready, pinned)
      .when(unpin('d1'))
      .then(unpinned);
    given(...ready, pinned, unpinned)
      .when(unpin('d1'))
      .thenNothing();
    given(...ready)
      .when(unpin('d1'))
      .thenRejected({ code: 'agenda.document_not_pinned', document: 'd1' });
    expect(contentOf(stateAfter(...ready, pinned, unpinned), 1)).toStrictEqual(contentOf(stateAfter(...ready), 1));
  });
});

describe('an item carried forward', () => {
  const carried = { agendaId: 'a0', itemId: 'i0', carriedTo: 'RIC-2015', topic };
  const carry = (more: object | null = {}): AgendaCommand => ({
    type: 'CarryAgendaItem',
    data: {
      itemId: 'i1',
      headingId: 'h1',
      title,
      actionLabels: ['for_decision'],
      carried: more === null ? null : { ...carried, ...more },
    },
  });
  const taken: AgendaEvent = { ...item, data: { ...item.data, carriedFrom: { agendaId: 'a0', itemId: 'i0' } } };
  it('is taken over, once, with its topic and its origin', () => {
    given(opened, heading).when(carry()).then(taken);
    given(opened, heading, taken).when(carry()).thenNothing();
  });
  it('comes as a report when no topic stood behind it', () => {
    given(opened, heading)
      .when(carry({ topic: null }))
      .then({
        type: 'AgendaProceduralItemAdded',
        data: {
          agendaId: 'a1',
          itemId: 'i1',
          headingId: 'h1',
          letter: 'a',
          title,
          actionLabels: ['for_decision'],
          carriedFrom: { agendaId: 'a0', itemId: 'i0' },
          procedure: 'report',
        },
      });
  });
  it('was carried to this meeting, and is taken over once', () => {
    given(opened, heading)
      .when(carry({ carriedTo: 'other' }))
      .thenRejected({ code: 'agenda.item_not_carried', item: 'i0' });
    given(opened, heading).when(carry(null)).thenRejected({ code: 'agenda.item_not_carried', item: '' });
    const again = {
      type: 'CarryAgendaItem',
      data: { itemId: 'i5', headingId: 'h1', title, actionLabels: ['for_decision'], carried },
    } as const;
    given(opened, heading, taken).when(again).thenRejected({ code: 'agenda.topic_already_placed', item: 'i1' });
  });
});

describe('an omission', () => {
  it('stands until an item comes', () => {
    expect(stateAfter(opened, heading, omitted).omitted).toHaveLength(1);
    expect(stateAfter(opened, omitted, { type: 'PriorityOmissionLifted', data: { agendaId: 'a1', theme: 'RISK' } }).omitted).toHaveLength(
      0,
    );
  });
});
