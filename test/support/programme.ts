import { on, until } from './domain.ts';
import type { AgendaCommand, AgendaEvent } from '../../libs/domain/src/index.ts';
import { ready, secondItem, title } from './agenda.ts';

export const other = { en: 'Other', fr: 'Autre' };
export const clock = (hour: number) => ({ ...until(`2015-06-15T0${hour - 2}:00:00.000Z`), wallTime: `2015-06-15T0${hour}:00` });
export const [eight, nine] = [clock(8), clock(9)];
export const [seven, six] = [clock(7), clock(6)];
export const day = (date: string, more: object = {}): AgendaCommand => ({
  type: 'AddAgendaDay',
  data: { date: on(date), title, meetingDays: { start: on('2015-06-15'), end: on('2015-06-16') }, otherMeetings: [], ...more },
});
export const dayAdded = { type: 'AgendaDayAdded', data: { agendaId: 'a1', date: on('2015-06-15'), title } } as const satisfies AgendaEvent;
export const room = (roomId: string): AgendaEvent => ({
  type: 'AgendaRoomAdded',
  data: { agendaId: 'a1', roomId, name: title, capacity: 200 },
});
export const slotData = { slotId: 's1', roomId: 'r1', start: seven, end: eight, title, itemIds: ['i1'] };
export const addSlot = (more: object = {}): AgendaCommand => ({ type: 'AddAgendaSlot', data: { ...slotData, ...more } });
export const slotAdded = (more: object = {}): AgendaEvent => ({ type: 'AgendaSlotAdded', data: { agendaId: 'a1', ...slotData, ...more } });
export const set = [...ready, secondItem, dayAdded, room('r1'), room('r2')];
export const second = slotAdded({ slotId: 's2', roomId: 'r2', itemIds: ['i2'] });
