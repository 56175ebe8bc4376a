import type { Handlers } from '../kernel/index.ts';
import type { AgendaProgramme, AgendaSlot, AgendaSpeaker } from './agenda.content.ts';
import type { OpenAgendaState } from './agenda.state.ts';
import type { AgendaProgrammeEvent } from './programme.events.ts';

type State = OpenAgendaState;

const changeProgramme = (state: State, change: Partial<AgendaProgramme>): State => ({
  ...state,
  programme: { ...state.programme, ...change },
});

const byStart = (a: AgendaSlot, b: AgendaSlot): number =>
  a.start.instant < b.start.instant || (a.start.instant === b.start.instant && a.slotId < b.slotId) ? -1 : 1;

const withSlots = (state: State, slots: readonly AgendaSlot[]): State => changeProgramme(state, { slots: [...slots].sort(byStart) });

const changeSlot = (state: State, slotId: string, change: (slot: AgendaSlot) => AgendaSlot): State =>
  withSlots(
    state,
    state.programme.slots.map((slot) => (slot.slotId === slotId ? change(slot) : slot)),
  );

const changeSpeakers = (state: State, slotId: string, change: (speakers: readonly AgendaSpeaker[]) => readonly AgendaSpeaker[]): State =>
  changeSlot(state, slotId, (slot) => ({ ...slot, speakers: change(slot.speakers) }));

const former = (state: State, speakerId: string): State => ({ ...state, formerSpeakers: [...state.formerSpeakers, speakerId] });

export const programmeEvolve: Handlers<AgendaProgrammeEvent, State, State> = {
  AgendaDayAdded: ({ date, title }, state) => {
    const days = [...state.programme.days, { date, title }].sort((a, b) => (a.date < b.date ? -1 : 1));
    return changeProgramme(state, { days });
  },
  AgendaDayRemoved: ({ date }, state) => ({
    ...changeProgramme(state, { days: state.programme.days.filter((day) => day.date !== date) }),
    clashes: state.clashes.filter((clash) => clash.date !== date),
  }),
  AgendaRoomAdded: ({ roomId, name, capacity }, state) =>
    changeProgramme(state, { rooms: [...state.programme.rooms, { roomId, name, capacity }] }),
  AgendaRoomRemoved: ({ roomId }, state) =>
    changeProgramme(state, { rooms: state.programme.rooms.filter((room) => room.roomId !== roomId) }),
  AgendaSlotAdded: ({ slotId, roomId, start, end, title, itemIds }, state) =>
    withSlots(state, [...state.programme.slots, { slotId, roomId, start, end, title, itemIds, speakers: [] }]),
  AgendaSlotMoved: ({ slotId, roomId, start, end }, state) => changeSlot(state, slotId, (slot) => ({ ...slot, roomId, start, end })),
  AgendaSlotRetitled: ({ slotId, title }, state) => changeSlot(state, slotId, (slot) => ({ ...slot, title })),
  AgendaSlotItemsAssigned: ({ slotId, itemIds }, state) => changeSlot(state, slotId, (slot) => ({ ...slot, itemIds })),
  AgendaSlotCancelled: ({ slotId, reason }, state) => {
    const slot = state.programme.slots.find((entry) => entry.slotId === slotId);
    const left = state.programme.slots.filter((entry) => entry.slotId !== slotId);
    const rest = { ...withSlots(state, left), cancelledSlots: [...state.cancelledSlots, slotId] };
    if (slot === undefined || !state.versions.some(({ slotIds }) => slotIds.includes(slotId))) return rest;
    const trace = { kind: 'slot', id: slotId, label: slot.start.wallTime, title: slot.title, reasonCode: reason.code } as const;
    return { ...rest, cancelled: [...state.cancelled, trace] };
  },
  AgendaSpeakerInvited: ({ slotId, speakerId, part, person, member }, state) =>
    changeSpeakers(state, slotId, (speakers) => [...speakers, { speakerId, part, person, member, standing: 'invited' }]),
  AgendaSpeakerConfirmed: ({ slotId, speakerId }, state) =>
    changeSpeakers(state, slotId, (speakers) =>
      speakers.map((speaker) => (speaker.speakerId === speakerId ? { ...speaker, standing: 'confirmed' } : speaker)),
    ),
  AgendaSpeakerDeclined: ({ slotId, speakerId }, state) =>
    changeSpeakers(former(state, speakerId), slotId, (speakers) => speakers.filter((speaker) => speaker.speakerId !== speakerId)),
  AgendaSpeakerReplaced: ({ slotId, speakerId, by }, state) =>
    changeSpeakers(former(state, speakerId), slotId, (speakers) =>
      speakers.map((speaker) => (speaker.speakerId === speakerId ? { ...by, part: speaker.part, standing: 'invited' } : speaker)),
    ),
  AgendaOtherMeetingNoted: ({ agendaId: _agendaId, ...meeting }, state) => ({ ...state, otherMeetings: [...state.otherMeetings, meeting] }),
  AgendaClashDetected: ({ agendaId: _agendaId, ...clash }, state) => ({
    ...state,
    clashes: [...state.clashes, { ...clash, waived: false }],
  }),
  AgendaClashWaived: ({ clashId }, state) => ({
    ...state,
    clashes: state.clashes.map((clash) => (clash.clashId === clashId ? { ...clash, waived: true } : clash)),
  }),
};
