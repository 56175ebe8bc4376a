import { describe, expect, it } from '@jest/globals';
import { until } from '../../../../test/support/domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from './index.ts';
import { given, publishedAfter, ready, reason, stateAfter, title } from '../../../../test/support/agenda.ts';
import { other, eight, nine, seven, six, room, addSlot, slotAdded, set, second } from '../../../../test/support/programme.ts';

describe('a slot', () => {
  it('is added, once', () => {
    given(...set)
      .when(addSlot())
      .then(slotAdded());
    given(...set, slotAdded())
      .when(addSlot())
      .thenNothing();
    given(...set, slotAdded())
      .when(addSlot({ title: other }))
      .thenRejected({ code: 'agenda.slot_exists', slot: 's1' });
  });
  it('may begin in its room at the moment at which another ends, not earlier', () => {
    given(...set, slotAdded())
      .when(addSlot({ slotId: 's2', start: eight, end: nine, itemIds: [] }))
      .then(slotAdded({ slotId: 's2', start: eight, end: nine, itemIds: [] }));
    given(...set, slotAdded())
      .when(addSlot({ slotId: 's2', start: six, end: { ...eight, instant: seven.instant }, itemIds: [] }))
      .then(slotAdded({ slotId: 's2', start: six, end: { ...eight, instant: seven.instant }, itemIds: [] }));
    given(...set, slotAdded())
      .when(addSlot({ slotId: 's2', start: six, end: eight, itemIds: [] }))
      .thenRejected({ code: 'agenda.slot_overlaps', slot: 's1' });
  });
  it('may be held in another room at the same time', () => {
    given(...set, slotAdded())
      .when(addSlot({ slotId: 's2', roomId: 'r2', itemIds: ['i2'] }))
      .then(second);
  });
  it('takes up items of the agenda, each once', () => {
    given(...set)
      .when(addSlot({ itemIds: ['i9'] }))
      .thenRejected({ code: 'agenda.item_unknown', item: 'i9' });
    given(...set, slotAdded())
      .when(addSlot({ slotId: 's2', roomId: 'r2' }))
      .thenRejected({ code: 'agenda.item_in_two_slots', item: 'i1', slot: 's1' });
  });
  it('ends after it began, on the same in a room and on a day that are there', () => {
    given(...set)
      .when(addSlot({ end: seven }))
      .thenRejected({ code: 'agenda.slot_reversed', start: seven.wallTime, end: seven.wallTime });
    const next = { ...until('2015-06-16T08:00:00.000Z'), wallTime: '2015-06-16T10:00' };
    given(...set)
      .when(addSlot({ end: next }))
      .thenRejected({ code: 'agenda.slot_over_midnight', start: seven.wallTime, end: next.wallTime });
    given(...set)
      .when(addSlot({ roomId: 'r9' }))
      .thenRejected({ code: 'agenda.room_unknown', room: 'r9' });
    given(...ready, room('r1'))
      .when(addSlot())
      .thenRejected({ code: 'agenda.day_unknown', date: '2015-06-15' });
  });
  it('is moved to another time or room, once', () => {
    const move = (more: object = {}): AgendaCommand => ({
      type: 'MoveAgendaSlot',
      data: { slotId: 's1', roomId: 'r1', start: eight, end: nine, ...more },
    });
    const moved: AgendaEvent = { type: 'AgendaSlotMoved', data: { agendaId: 'a1', slotId: 's1', roomId: 'r1', start: eight, end: nine } };
    given(...set, slotAdded())
      .when(move())
      .then(moved);
    given(...set, slotAdded(), moved)
      .when(move())
      .thenNothing();
    given(...set, slotAdded(), second)
      .when(move({ roomId: 'r2', start: seven, end: eight }))
      .thenRejected({ code: 'agenda.slot_overlaps', slot: 's2' });
    given(...set)
      .when(move())
      .thenRejected({ code: 'agenda.slot_unknown', slot: 's1' });
  });
  it('is retitled and given other items, once', () => {
    const retitle: AgendaCommand = { type: 'RetitleAgendaSlot', data: { slotId: 's1', title: other } };
    const retitled: AgendaEvent = { type: 'AgendaSlotRetitled', data: { agendaId: 'a1', slotId: 's1', title: other } };
    given(...set, slotAdded())
      .when(retitle)
      .then(retitled);
    given(...set, slotAdded(), retitled)
      .when(retitle)
      .thenNothing();
    const assign: AgendaCommand = { type: 'AssignAgendaSlotItems', data: { slotId: 's1', itemIds: ['i2', 'i1'] } };
    const assigned: AgendaEvent = { type: 'AgendaSlotItemsAssigned', data: { agendaId: 'a1', slotId: 's1', itemIds: ['i2', 'i1'] } };
    given(...set, slotAdded())
      .when(assign)
      .then(assigned);
    given(...set, slotAdded(), assigned)
      .when(assign)
      .thenNothing();
    given(...set, slotAdded(), second)
      .when(assign)
      .thenRejected({ code: 'agenda.item_in_two_slots', item: 'i2', slot: 's2' });
  });
  it('is cancelled, once, and leaves a trace when it was published (row C14)', () => {
    const cancel: AgendaCommand = { type: 'CancelAgendaSlot', data: { slotId: 's1', reason } };
    const cancelled: AgendaEvent = { type: 'AgendaSlotCancelled', data: { agendaId: 'a1', slotId: 's1', reason } };
    given(...set, slotAdded())
      .when(cancel)
      .then(cancelled);
    given(...set, slotAdded(), cancelled)
      .when(cancel)
      .thenNothing();
    given(...set, slotAdded(), cancelled)
      .when(addSlot())
      .thenRejected({ code: 'agenda.slot_exists', slot: 's1' });
    const trace = { kind: 'slot', id: 's1', label: seven.wallTime, title, reasonCode: 'overtaken' };
    expect(contentOf(stateAfter(...publishedAfter(...set, slotAdded()), cancelled), 2).cancelled).toStrictEqual([trace]);
    expect(contentOf(stateAfter(...set, slotAdded(), cancelled), 1).cancelled).toBeUndefined();
  });
});
