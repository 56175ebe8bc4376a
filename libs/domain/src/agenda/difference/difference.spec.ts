import { describe, expect, it } from '@jest/globals';
import { on, until } from '../../../../../test/support/domain.ts';
import { heading, item, opened, omitted, otherHeading, secondItem, stateAfter, title } from '../../../../../test/support/agenda.ts';
import { contentOf, agendaDifference, type AgendaContent, type AgendaEvent } from '../index.ts';

const past = [opened, heading, item, omitted, secondItem, otherHeading];
const one = contentOf(stateAfter(...past), 1);
const after = (...events: readonly AgendaEvent[]): AgendaContent => contentOf(stateAfter(...past, ...events), 2);
const other = { en: 'Other', fr: 'Autre' };
const moved: AgendaEvent = {
  type: 'AgendaItemMoved',
  data: { agendaId: 'a1', itemId: 'i1', from: 'h1', to: 'h2', letter: 'a', before: null },
};

describe('the difference of two versions', () => {
  it('tells a move as a move, once, with where it was and where it is', () => {
    expect(agendaDifference(one, after(moved))).toStrictEqual({
      agendaId: 'a1',
      from: 1,
      to: 2,
      ignored: [],
      changes: [
        {
          change: 'item_moved',
          itemId: 'i1',
          title,
          from: { headingId: 'h1', label: 'I - a' },
          to: { headingId: 'h2', label: 'II - a' },
          after: null,
        },
      ],
    });
  });
  it('tells another order under one heading by the fewest moves', () => {
    const back: AgendaEvent = { ...moved, data: { ...moved.data, itemId: 'i2', to: 'h1', letter: 'b', before: 'i1' } };
    expect(agendaDifference(one, after(back)).changes.map(({ change }) => change)).toStrictEqual(['item_moved']);
  });
  it('tells a removal, a new title and what is asked', () => {
    const events: readonly AgendaEvent[] = [
      {
        type: 'AgendaItemRemoved',
        data: { agendaId: 'a1', itemId: 'i2', headingId: 'h1', letter: 'b', reason: { code: 'overtaken', text: { en: 'x' } } },
      },
      { type: 'AgendaItemRetitled', data: { agendaId: 'a1', itemId: 'i1', title: other } },
      { type: 'AgendaActionLabelsChanged', data: { agendaId: 'a1', itemId: 'i1', actionLabels: ['to_take_note'] } },
    ];
    expect(agendaDifference(one, after(...events)).changes).toStrictEqual([
      { change: 'item_dropped', itemId: 'i2', label: 'I - b', title },
      { change: 'item_retitled', itemId: 'i1', label: 'I - a', from: title, to: other },
      { change: 'action_labels_changed', itemId: 'i1', label: 'I - a', from: ['for_decision'], to: ['to_take_note'] },
    ]);
  });
  it('tells days and rooms of a programme', () => {
    const events: readonly AgendaEvent[] = [
      { type: 'AgendaDayAdded', data: { agendaId: 'a1', date: on('2015-06-15'), title } },
      { type: 'AgendaRoomAdded', data: { agendaId: 'a1', roomId: 'r1', name: title, capacity: null } },
    ];
    const two = after(...events);
    expect(agendaDifference(one, two).changes).toStrictEqual([
      { change: 'day_added', date: '2015-06-15', title },
      { change: 'room_added', roomId: 'r1', name: title },
    ]);
    expect(agendaDifference(two, one).changes).toStrictEqual([
      { change: 'day_dropped', date: '2015-06-15', title },
      { change: 'room_dropped', roomId: 'r1', name: title },
    ]);
    const renamed = { ...two, programme: { days: [{ date: on('2015-06-15'), title: other }], rooms: [], slots: [] } };
    expect(agendaDifference(two, renamed, ['rooms']).changes).toStrictEqual([
      { change: 'day_retitled', date: '2015-06-15', from: title, to: other },
    ]);
  });
  it('tells another topic edition, other priorities and an omission', () => {
    const [first] = one.headings;
    if (first === undefined) throw new Error('the agenda has no heading');
    const two = { ...one, version: 2, headings: [{ ...first, theme: null }, ...one.headings.slice(1)], omittedPriorities: [] };
    expect(agendaDifference(one, two).changes).toStrictEqual([
      { change: 'heading_theme_changed', headingId: 'h1', label: 'I', from: 'ORIGIN', to: null },
      { change: 'omission_dropped', theme: 'RISK', reason: title },
    ]);
    expect(agendaDifference(two, one).changes.map(({ change }) => change)).toStrictEqual(['heading_theme_changed', 'omission_added']);
  });
  it('leaves out what the reader does not care for, and says so', () => {
    const slot = {
      slotId: 's1',
      roomId: 'r1',
      start: until('2015-06-15T07:00:00.000Z'),
      end: until('2015-06-15T08:00:00.000Z'),
      title,
      itemIds: [],
      speakers: [],
    };
    const rooms = (roomId: string) => ({ ...one, programme: { days: [], rooms: [], slots: [{ ...slot, roomId }] } });
    const { ignored, changes } = agendaDifference(rooms('r1'), { ...rooms('r2'), title: other }, ['rooms', 'titles']);
    expect([ignored, changes]).toStrictEqual([['rooms', 'titles'], []]);
    expect(agendaDifference(rooms('r1'), rooms('r2'), ['numbering']).changes).toStrictEqual([
      { change: 'slot_room_changed', slotId: 's1', from: 'r1', to: 'r2' },
    ]);
  });
});
