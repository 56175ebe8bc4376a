import type { AgendaClash, AgendaProgrammeEvent, AgendaSlot, AgendaSpeaker } from '../../../domain/src/index.ts';
import type { Handler } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { changePart, dropPart, partOf, partsOf, putPart } from './agenda.parts.ts';
import { leaveTrace } from './building.handlers.ts';

interface SlotAddress {
  readonly agendaId: string;
  readonly slotId: string;
}

const changeSlot = (tx: ReadModelTransaction, { agendaId, slotId }: SlotAddress, change: (slot: AgendaSlot) => AgendaSlot): void => {
  changePart<AgendaSlot>(tx, { agendaId, kind: 'slot', id: slotId }, change);
};

const changeSpeakers = (
  tx: ReadModelTransaction,
  slot: SlotAddress,
  change: (speakers: readonly AgendaSpeaker[]) => readonly AgendaSpeaker[],
): void => {
  changeSlot(tx, slot, (earlier) => ({ ...earlier, speakers: change(earlier.speakers) }));
};

const cancelSlot: Handler<'AgendaSlotCancelled'> = (tx, { data: { agendaId, slotId, reason }, revision }) => {
  const slot = partOf<AgendaSlot>(tx, { agendaId, kind: 'slot', id: slotId });
  if (slot === null) return;
  leaveTrace(tx, agendaId, revision, { kind: 'slot', id: slotId, label: slot.start.wallTime, reasonCode: reason.code });
  dropPart(tx, { agendaId, kind: 'slot', id: slotId });
};

const removeDay: Handler<'AgendaDayRemoved'> = (tx, { data: { agendaId, date } }) => {
  dropPart(tx, { agendaId, kind: 'day', id: date });
  for (const clash of partsOf<AgendaClash>(tx, agendaId, 'clash'))
    if (clash.date === date) dropPart(tx, { agendaId, kind: 'clash', id: clash.clashId });
};

export const programmeHandlers: { readonly [T in AgendaProgrammeEvent['type']]: Handler<T> } = {
  AgendaDayAdded: (tx, { data: { agendaId, ...day }, revision }) => {
    putPart(tx, { agendaId, kind: 'day', id: day.date }, revision, day);
  },
  AgendaDayRemoved: removeDay,
  AgendaRoomAdded: (tx, { data: { agendaId, ...room }, revision }) => {
    putPart(tx, { agendaId, kind: 'room', id: room.roomId }, revision, room);
  },
  AgendaRoomRemoved: (tx, { data: { agendaId, roomId } }) => {
    dropPart(tx, { agendaId, kind: 'room', id: roomId });
  },
  AgendaSlotAdded: (tx, { data: { agendaId, ...slot }, revision }) => {
    putPart(tx, { agendaId, kind: 'slot', id: slot.slotId }, revision, { ...slot, speakers: [] });
  },
  AgendaSlotMoved: (tx, { data: { roomId, start, end, ...slot } }) => {
    changeSlot(tx, slot, (earlier) => ({ ...earlier, roomId, start, end }));
  },
  AgendaSlotRetitled: (tx, { data: { title, ...slot } }) => {
    changeSlot(tx, slot, (earlier) => ({ ...earlier, title }));
  },
  AgendaSlotItemsAssigned: (tx, { data: { itemIds, ...slot } }) => {
    changeSlot(tx, slot, (earlier) => ({ ...earlier, itemIds }));
  },
  AgendaSlotCancelled: cancelSlot,
  AgendaSpeakerInvited: (tx, { data: { speakerId, part, person, member, ...slot } }) => {
    changeSpeakers(tx, slot, (speakers) => [...speakers, { speakerId, part, person, member, standing: 'invited' }]);
  },
  AgendaSpeakerConfirmed: (tx, { data }) => {
    changeSpeakers(tx, data, (speakers) =>
      speakers.map((speaker) => (speaker.speakerId === data.speakerId ? { ...speaker, standing: 'confirmed' } : speaker)),
    );
  },
  AgendaSpeakerDeclined: (tx, { data }) => {
    changeSpeakers(tx, data, (speakers) => speakers.filter(({ speakerId }) => speakerId !== data.speakerId));
  },
  AgendaSpeakerReplaced: (tx, { data: { by, ...data } }) => {
    changeSpeakers(tx, data, (speakers) =>
      speakers.map((speaker) => (speaker.speakerId === data.speakerId ? { ...by, part: speaker.part, standing: 'invited' } : speaker)),
    );
  },
  AgendaOtherMeetingNoted: (tx, { data: { agendaId, ...meeting }, revision }) => {
    putPart(tx, { agendaId, kind: 'meeting', id: meeting.meetingId }, revision, meeting);
  },
  AgendaClashDetected: (tx, { data: { agendaId, ...clash }, revision }) => {
    putPart(tx, { agendaId, kind: 'clash', id: clash.clashId }, revision, { ...clash, waiver: null });
  },
  AgendaClashWaived: (tx, { data: { agendaId, clashId, ...waiver } }) => {
    changePart<object>(tx, { agendaId, kind: 'clash', id: clashId }, (clash) => ({ ...clash, waiver }));
  },
};
