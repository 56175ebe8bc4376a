import { describe, expect, it } from '@jest/globals';
import {} from '../../../../test/support/domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from './index.ts';
import {
  addHeading,
  addItem,
  given,
  item,
  opened,
  otherHeading,
  proposed,
  publishedAfter,
  ready,
  reason,
  secondItem,
  stateAfter,
  title,
  topic,
} from '../../../../test/support/agenda.ts';

const other = { en: 'Other', fr: 'Autre' };
const moveItem = (headingId: string, before: string | null = null, itemId = 'i1'): AgendaCommand => ({
  type: 'MoveAgendaItem',
  data: { itemId, headingId, before },
});
const moved = (data: { from: string; to: string; letter: string; before: string | null }, itemId = 'i1'): AgendaEvent => ({
  type: 'AgendaItemMoved',
  data: { agendaId: 'a1', itemId, ...data },
});
const remove = (more: object = {}): AgendaCommand => ({
  type: 'RemoveAgendaItem',
  data: { itemId: 'i1', reason, omission: null, ...more },
});
const removed: AgendaEvent = { type: 'AgendaItemRemoved', data: { agendaId: 'a1', itemId: 'i1', headingId: 'h1', letter: 'a', reason } };
const frozen = {
  type: 'AgendaFrozen',
  data: { agendaId: 'a1', rule: 'by_hand', frozenBy: proposed.data.proposedBy, frozenAt: proposed.data.proposedAt },
} as const satisfies AgendaEvent;

describe('agenda of a session', () => {
  const open = { type: 'OpenSessionAgenda', data: { agendaId: 'a1', sessionId: 's', title, themeSetId: null } } as const;
  const sessionOpened: AgendaEvent = { type: 'SessionAgendaOpened', data: open.data };
  it('is opened, once, and belongs to that session', () => {
    given().when(open).then(sessionOpened);
    given(sessionOpened).when(open).thenNothing();
    given(opened).when(open).thenRejected({ code: 'agenda.already_open', agenda: 'a1' });
    expect(stateAfter(sessionOpened).meeting).toStrictEqual({ kind: 'session', id: 's' });
  });
});

describe('titles', () => {
  it.each<[AgendaCommand, AgendaEvent]>([
    [
      { type: 'RetitleAgenda', data: { title: other } },
      { type: 'AgendaRetitled', data: { agendaId: 'a1', title: other } },
    ],
    [
      { type: 'RetitleAgendaHeading', data: { headingId: 'h1', title: other } },
      { type: 'AgendaHeadingRetitled', data: { agendaId: 'a1', headingId: 'h1', title: other } },
    ],
    [
      { type: 'RetitleAgendaItem', data: { itemId: 'i1', title: other } },
      { type: 'AgendaItemRetitled', data: { agendaId: 'a1', itemId: 'i1', title: other } },
    ],
  ])('%j are changed, once, in both languages, not while frozen or proposed', (command, event) => {
    given(...ready)
      .when(command)
      .then(event);
    given(...ready, event)
      .when(command)
      .thenNothing();
    given(...ready, frozen)
      .when(command)
      .thenRejected({ code: 'agenda.frozen', frozenAt: frozen.data.frozenAt });
    given(...ready, proposed)
      .when(command)
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
    const half = { ...command, data: { ...command.data, title: { en: 'Only', fr: '' } } } as AgendaCommand;
    given(...ready)
      .when(half)
      .thenRejected({ code: 'agenda.title_missing_language', missing: ['fr'] });
  });
  it('belong to something that is there', () => {
    given(opened)
      .when({ type: 'RetitleAgendaHeading', data: { headingId: 'h9', title: other } })
      .thenRejected({ code: 'agenda.heading_unknown', heading: 'h9' });
    given(opened)
      .when({ type: 'RetitleAgendaItem', data: { itemId: 'i9', title: other } })
      .thenRejected({ code: 'agenda.item_unknown', item: 'i9' });
  });
});

describe('headings', () => {
  const move = (headingId: string, before: string | null): AgendaCommand => ({ type: 'MoveAgendaHeading', data: { headingId, before } });
  const headingMoved: AgendaEvent = { type: 'AgendaHeadingMoved', data: { agendaId: 'a1', headingId: 'h2', before: 'h1' } };
  const removeHeading = (headingId: string): AgendaCommand => ({ type: 'RemoveAgendaHeading', data: { headingId, reason } });
  const headingRemoved: AgendaEvent = { type: 'AgendaHeadingRemoved', data: { agendaId: 'a1', headingId: 'h2', number: 2, reason } };
  it('change their order, not their numbers', () => {
    given(...ready, otherHeading)
      .when(move('h2', 'h1'))
      .then(headingMoved);
    given(...ready, otherHeading, headingMoved)
      .when(move('h2', 'h1'))
      .thenNothing();
    expect(stateAfter(...ready, otherHeading, headingMoved).headings.map(({ number }) => number)).toStrictEqual([2, 1]);
  });
  it('move before another, not before themselves or nothing', () => {
    given(...ready)
      .when(move('h1', 'h1'))
      .thenRejected({ code: 'agenda.place_unknown', before: 'h1' });
    given(...ready)
      .when(move('h1', 'h9'))
      .thenRejected({ code: 'agenda.place_unknown', before: 'h9' });
    given(...ready)
      .when(move('h9', null))
      .thenRejected({ code: 'agenda.heading_unknown', heading: 'h9' });
  });
  it('are removed when empty, once, with a reason, and their number is not given again', () => {
    given(...ready, otherHeading)
      .when(removeHeading('h2'))
      .then(headingRemoved);
    given(...ready, otherHeading, headingRemoved)
      .when(removeHeading('h2'))
      .thenNothing();
    given(...ready)
      .when(removeHeading('h1'))
      .thenRejected({ code: 'agenda.heading_not_empty', heading: 'h1' });
    given(...ready, otherHeading)
      .when({ type: 'RemoveAgendaHeading', data: { headingId: 'h2', reason: { code: 'x', text: {} } } })
      .thenRejected({ code: 'reason.text_missing' });
    given(...ready, otherHeading, headingRemoved)
      .when(addHeading({ headingId: 'h3', theme: null }))
      .then({ type: 'AgendaHeadingAdded', data: { agendaId: 'a1', headingId: 'h3', number: 3, title, theme: null } });
  });
});

describe('a move', () => {
  it('to another heading gives the next letter there, and the old one back on return', () => {
    given(...ready, secondItem, otherHeading)
      .when(moveItem('h2'))
      .then(moved({ from: 'h1', to: 'h2', letter: 'a', before: null }));
    given(...ready, secondItem, otherHeading, moved({ from: 'h1', to: 'h2', letter: 'a', before: null }))
      .when(moveItem('h1', 'i2'))
      .then(moved({ from: 'h2', to: 'h1', letter: 'a', before: 'i2' }));
  });
  it('never gives a letter that another had', () => {
    given(...ready, secondItem, otherHeading, moved({ from: 'h1', to: 'h2', letter: 'a', before: null }))
      .when(addItem({ itemId: 'i3', topic: { ...topic, topicId: 't3' } }))
      .then({ ...item, data: { ...item.data, itemId: 'i3', letter: 'c', topicId: 't3' } });
  });
  it('within a heading changes the order and keeps the letters', () => {
    const back = moved({ from: 'h1', to: 'h1', letter: 'b', before: 'i1' }, 'i2');
    given(...ready, secondItem)
      .when(moveItem('h1', 'i1', 'i2'))
      .then(back);
    given(...ready, secondItem, back)
      .when(moveItem('h1', 'i1', 'i2'))
      .thenNothing();
    const [first] = contentOf(stateAfter(...ready, secondItem, back), 1).headings;
    expect(first?.items.map(({ letter }) => letter)).toStrictEqual(['b', 'a']);
  });
  it('needs a place that is there', () => {
    given(...ready)
      .when(moveItem('h9'))
      .thenRejected({ code: 'agenda.heading_unknown', heading: 'h9' });
    given(...ready, otherHeading)
      .when(moveItem('h2', 'i9'))
      .thenRejected({ code: 'agenda.place_unknown', before: 'i9' });
    given(...ready)
      .when(moveItem('h1', 'i1'))
      .thenRejected({ code: 'agenda.place_unknown', before: 'i1' });
    given(...ready)
      .when(moveItem('h1', null, 'i9'))
      .thenRejected({ code: 'agenda.item_unknown', item: 'i9' });
    given(...ready, otherHeading, frozen)
      .when(moveItem('h2'))
      .thenRejected({ code: 'agenda.frozen', frozenAt: frozen.data.frozenAt });
  });
  it('under the heading of an omitted priority lifts the omission', () => {
    const risk: AgendaEvent = { type: 'AgendaHeadingAdded', data: { agendaId: 'a1', headingId: 'h3', number: 2, title, theme: 'RISK' } };
    given(...ready, risk)
      .when(moveItem('h3'))
      .then(moved({ from: 'h1', to: 'h3', letter: 'a', before: null }), {
        type: 'PriorityOmissionLifted',
        data: { agendaId: 'a1', theme: 'RISK' },
      });
  });
});

describe('a removal', () => {
  it('is a tombstone: once, and the letter is not given again', () => {
    given(...ready, secondItem)
      .when(remove())
      .then(removed);
    given(...ready, secondItem, removed)
      .when(remove())
      .thenNothing();
    given(...ready, secondItem, removed)
      .when(addItem({ itemId: 'i3' }))
      .then({ ...item, data: { ...item.data, itemId: 'i3', letter: 'c' } });
  });
  it('of the last item of a priority asks why it is then left out (BR-14)', () => {
    given(...ready)
      .when(remove())
      .thenRejected({ code: 'agenda.last_item_of_priority', theme: 'ORIGIN' });
    given(...ready)
      .when(remove({ omission: title }))
      .then(removed, { type: 'PriorityOmissionJustified', data: { agendaId: 'a1', theme: 'ORIGIN', reason: title } });
    given(...ready)
      .when(remove({ omission: { en: 'Because', fr: '' } }))
      .thenRejected({ code: 'reason.text_missing' });
  });
  it('needs an item and a reason', () => {
    given(...ready)
      .when(remove({ itemId: 'i9' }))
      .thenRejected({ code: 'agenda.item_unknown', item: 'i9' });
    given(...ready)
      .when(remove({ reason: { code: '', text: { en: 'x' } } }))
      .thenRejected({ code: 'reason.unknown_code', reasonCode: '' });
  });
  it('leaves a trace in later versions once it was published (row C14)', () => {
    const trace = { kind: 'item', id: 'i1', label: 'I - a', title, reasonCode: 'overtaken' };
    expect(contentOf(stateAfter(...publishedAfter(...ready, secondItem), removed), 2).cancelled).toStrictEqual([trace]);
    expect(contentOf(stateAfter(...ready, secondItem, removed), 1).cancelled).toBeUndefined();
  });
});
