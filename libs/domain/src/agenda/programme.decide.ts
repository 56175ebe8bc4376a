import { accept, reject, same, type CalendarDate, checkReasonGiven } from '../kernel/index.ts';
import type { AgendaSlot } from './agenda.content.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import { checkBuilding, checkTitle, type AgendaDecision, type Data } from './checks.ts';
import type { OtherMeeting } from './programme.events.ts';

type State = OpenAgendaState;
type Times = Pick<AgendaSlot, 'start' | 'end' | 'roomId'>;

/** Half-open spans: one may begin at the moment at which the other ends. */
export const overlap = (a: Pick<Times, 'start' | 'end'>, b: Pick<Times, 'start' | 'end'>): boolean =>
  a.start.instant < b.end.instant && b.start.instant < a.end.instant;

const dateOf = (wallTime: string): string => wallTime.slice(0, 10);

/** A warning for each meeting that is held on that day, unless it was given before. */
const clashesOn = (state: State, date: CalendarDate, meetings: readonly OtherMeeting[]): readonly AgendaEvent[] =>
  meetings
    .filter(({ start, end }) => start <= date && date <= end)
    .map(({ meetingId, name }) => ({ clashId: `${meetingId}@${date}`, date, meetingId, name }))
    .filter(({ clashId }) => !state.clashes.some((clash) => clash.clashId === clashId))
    .map((clash) => ({ type: 'AgendaClashDetected', data: { agendaId: state.agendaId, ...clash } }));

export const addDay = ({ date, title, meetingDays, otherMeetings }: Data<'AddAgendaDay'>, state: State): AgendaDecision => {
  const known = state.programme.days.find((day) => day.date === date);
  if (known !== undefined) return same(known.title, title) ? accept() : reject({ code: 'agenda.day_exists', date });
  const wrong = checkBuilding(state) ?? checkTitle(title);
  if (wrong !== null) return reject(wrong);
  if (meetingDays === null) return reject({ code: 'agenda.dates_not_fixed' });
  const { start, end } = meetingDays;
  if (date < start || date > end) return reject({ code: 'agenda.day_outside_meeting', date, start, end });
  const clashes = clashesOn(state, date, [...otherMeetings, ...state.otherMeetings]);
  return accept({ type: 'AgendaDayAdded', data: { agendaId: state.agendaId, date, title } }, ...clashes);
};

export const removeDay = ({ date }: Data<'RemoveAgendaDay'>, state: State): AgendaDecision => {
  if (!state.programme.days.some((day) => day.date === date)) return accept();
  const wrong = checkBuilding(state);
  if (wrong !== null) return reject(wrong);
  if (state.programme.slots.some(({ start }) => dateOf(start.wallTime) === date)) return reject({ code: 'agenda.day_not_empty', date });
  return accept({ type: 'AgendaDayRemoved', data: { agendaId: state.agendaId, date } });
};

export const addRoom = ({ roomId, name, capacity }: Data<'AddAgendaRoom'>, state: State): AgendaDecision => {
  const known = state.programme.rooms.find((room) => room.roomId === roomId);
  if (known !== undefined) return same(known, { roomId, name, capacity }) ? accept() : reject({ code: 'agenda.room_exists', room: roomId });
  const wrong = checkBuilding(state) ?? checkTitle(name);
  return wrong === null ? accept({ type: 'AgendaRoomAdded', data: { agendaId: state.agendaId, roomId, name, capacity } }) : reject(wrong);
};

export const removeRoom = ({ roomId }: Data<'RemoveAgendaRoom'>, state: State): AgendaDecision => {
  if (!state.programme.rooms.some((room) => room.roomId === roomId)) return accept();
  const wrong = checkBuilding(state);
  if (wrong !== null) return reject(wrong);
  if (state.programme.slots.some((slot) => slot.roomId === roomId)) return reject({ code: 'agenda.room_not_empty', room: roomId });
  return accept({ type: 'AgendaRoomRemoved', data: { agendaId: state.agendaId, roomId } });
};

const checkTimes = ({ start, end, roomId }: Times, { programme }: State): AgendaRejection | null => {
  if (end.instant <= start.instant) return { code: 'agenda.slot_reversed', start: start.wallTime, end: end.wallTime };
  const date = dateOf(start.wallTime);
  if (dateOf(end.wallTime) !== date) return { code: 'agenda.slot_over_midnight', start: start.wallTime, end: end.wallTime };
  if (!programme.days.some((day) => day.date === date)) return { code: 'agenda.day_unknown', date };
  return programme.rooms.some((room) => room.roomId === roomId) ? null : { code: 'agenda.room_unknown', room: roomId };
};

const personElsewhere = (slot: AgendaSlot, others: readonly AgendaSlot[]): AgendaSlot | undefined => {
  const people = slot.speakers.map(({ person }) => person);
  return others.find((other) => overlap(slot, other) && other.speakers.some(({ person }) => people.includes(person)));
};

/** A room holds one slot at a time, and nobody is in two at once. */
const checkOverlap = (slot: AgendaSlot, { programme }: State): AgendaRejection | null => {
  const others = programme.slots.filter(({ slotId }) => slotId !== slot.slotId);
  const inTheWay = others.find((other) => other.roomId === slot.roomId && overlap(slot, other));
  if (inTheWay !== undefined) return { code: 'agenda.slot_overlaps', slot: inTheWay.slotId };
  const elsewhere = personElsewhere(slot, others);
  return elsewhere === undefined ? null : { code: 'agenda.person_in_two_slots', slot: elsewhere.slotId };
};

/** An item is taken up once; nothing is assigned that is not on the agenda. */
const checkItems = (slotId: string, itemIds: readonly string[], { items, programme }: State): AgendaRejection | null => {
  const unknown = itemIds.find((id) => !items.some((item) => item.itemId === id));
  if (unknown !== undefined) return { code: 'agenda.item_unknown', item: unknown };
  for (const slot of programme.slots.filter((other) => other.slotId !== slotId)) {
    const twice = itemIds.find((id) => slot.itemIds.includes(id));
    if (twice !== undefined) return { code: 'agenda.item_in_two_slots', item: twice, slot: slot.slotId };
  }
  return null;
};

export const addSlot = (slot: Data<'AddAgendaSlot'>, state: State): AgendaDecision => {
  const { slotId, itemIds, title } = slot;
  const known = state.programme.slots.find((entry) => entry.slotId === slotId);
  if (known !== undefined) {
    const { speakers: _speakers, ...recorded } = known;
    return same(recorded, slot) ? accept() : reject({ code: 'agenda.slot_exists', slot: slotId });
  }
  if (state.cancelledSlots.includes(slotId)) return reject({ code: 'agenda.slot_exists', slot: slotId });
  const wrong =
    checkBuilding(state) ??
    checkTitle(title) ??
    checkTimes(slot, state) ??
    checkOverlap({ ...slot, speakers: [] }, state) ??
    checkItems(slotId, itemIds, state);
  return wrong === null ? accept({ type: 'AgendaSlotAdded', data: { agendaId: state.agendaId, ...slot } }) : reject(wrong);
};

export const onSlot = (state: State, slotId: string, decide: (slot: AgendaSlot) => AgendaDecision): AgendaDecision => {
  const slot = state.programme.slots.find((entry) => entry.slotId === slotId);
  return slot === undefined ? reject({ code: 'agenda.slot_unknown', slot: slotId }) : decide(slot);
};

export const moveSlot = ({ slotId, roomId, start, end }: Data<'MoveAgendaSlot'>, state: State): AgendaDecision =>
  onSlot(state, slotId, (slot) => {
    const moved = { ...slot, roomId, start, end };
    if (same(slot, moved)) return accept();
    const wrong = checkBuilding(state) ?? checkTimes(moved, state) ?? checkOverlap(moved, state);
    if (wrong !== null) return reject(wrong);
    return accept({ type: 'AgendaSlotMoved', data: { agendaId: state.agendaId, slotId, roomId, start, end } });
  });

export const retitleSlot = ({ slotId, title }: Data<'RetitleAgendaSlot'>, state: State): AgendaDecision =>
  onSlot(state, slotId, (slot) => {
    if (same(slot.title, title)) return accept();
    const wrong = checkBuilding(state) ?? checkTitle(title);
    return wrong === null ? accept({ type: 'AgendaSlotRetitled', data: { agendaId: state.agendaId, slotId, title } }) : reject(wrong);
  });

export const assignSlotItems = ({ slotId, itemIds }: Data<'AssignAgendaSlotItems'>, state: State): AgendaDecision =>
  onSlot(state, slotId, (slot) => {
    if (same(slot.itemIds, itemIds)) return accept();
    const wrong = checkBuilding(state) ?? checkItems(slotId, itemIds, state);
    return wrong === null
      ? accept({ type: 'AgendaSlotItemsAssigned', data: { agendaId: state.agendaId, slotId, itemIds } })
      : reject(wrong);
  });

export const cancelSlot = ({ slotId, reason }: Data<'CancelAgendaSlot'>, state: State): AgendaDecision => {
  if (state.cancelledSlots.includes(slotId)) return accept();
  return onSlot(state, slotId, () => {
    const wrong = checkBuilding(state) ?? checkReasonGiven(reason);
    return wrong === null ? accept({ type: 'AgendaSlotCancelled', data: { agendaId: state.agendaId, slotId, reason } }) : reject(wrong);
  });
};

/** Notes a meeting held elsewhere, and warns of every day that falls on it. */
export const noteOtherMeeting = (meeting: Data<'NoteOtherMeeting'>, state: State): AgendaDecision => {
  const known = state.otherMeetings.find(({ meetingId }) => meetingId === meeting.meetingId);
  if (known !== undefined)
    return same(known, meeting) ? accept() : reject({ code: 'agenda.other_meeting_known', meeting: meeting.meetingId });
  const wrong = state.closed ? ({ code: 'agenda.closed' } as const) : checkTitle(meeting.name);
  if (wrong !== null) return reject(wrong);
  if (meeting.end < meeting.start) return reject({ code: 'agenda.meeting_dates_reversed', start: meeting.start, end: meeting.end });
  const clashes = state.programme.days.flatMap(({ date }) => clashesOn(state, date, [meeting]));
  return accept({ type: 'AgendaOtherMeetingNoted', data: { agendaId: state.agendaId, ...meeting } }, ...clashes);
};

export const waiveClash = ({ actor, clashId, reason }: Data<'WaiveAgendaClash'>, state: State): AgendaDecision => {
  const clash = state.clashes.find((entry) => entry.clashId === clashId);
  if (clash === undefined) return reject({ code: 'agenda.clash_unknown', clash: clashId });
  if (clash.waived) return accept();
  const wrong = state.closed ? ({ code: 'agenda.closed' } as const) : checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'AgendaClashWaived', data: { agendaId: state.agendaId, clashId, reason, waivedBy: actor.accreditationId } });
};
