import type { AccreditationId, Bilingual, CalendarDate, CodedReason, Deadline, Instant } from '../kernel/index.ts';
import type { AgendaDay, AgendaRoom, AgendaSlot, AgendaSpeaker } from './agenda.content.ts';

interface OfAgenda {
  readonly agendaId: string;
}

interface OfSlot extends OfAgenda {
  readonly slotId: string;
}

interface OfSpeaker extends OfSlot {
  readonly speakerId: string;
}

/** Another meeting that those who come may have to attend as well. */
export interface OtherMeeting {
  readonly meetingId: string;
  readonly name: Bilingual;
  readonly start: CalendarDate;
  /** Last day. */
  readonly end: CalendarDate;
  readonly place: string;
  readonly source: string;
}

/** One day of this meeting that is also a day of another. */
export interface AgendaClash {
  readonly clashId: string;
  readonly date: CalendarDate;
  readonly meetingId: string;
  readonly name: Bilingual;
}

export type AgendaProgrammeEvent =
  | { readonly type: 'AgendaDayAdded'; readonly data: OfAgenda & AgendaDay }
  | { readonly type: 'AgendaDayRemoved'; readonly data: OfAgenda & { readonly date: CalendarDate } }
  | { readonly type: 'AgendaRoomAdded'; readonly data: OfAgenda & AgendaRoom }
  | { readonly type: 'AgendaRoomRemoved'; readonly data: OfAgenda & { readonly roomId: string } }
  | { readonly type: 'AgendaSlotAdded'; readonly data: OfAgenda & Omit<AgendaSlot, 'speakers'> }
  | {
      readonly type: 'AgendaSlotMoved';
      readonly data: OfSlot & { readonly roomId: string; readonly start: Deadline; readonly end: Deadline };
    }
  | { readonly type: 'AgendaSlotRetitled'; readonly data: OfSlot & { readonly title: Bilingual } }
  | { readonly type: 'AgendaSlotItemsAssigned'; readonly data: OfSlot & { readonly itemIds: readonly string[] } }
  /** It leaves a trace in every later version (row C14). */
  | { readonly type: 'AgendaSlotCancelled'; readonly data: OfSlot & { readonly reason: CodedReason } }
  | {
      readonly type: 'AgendaSpeakerInvited';
      readonly data: OfSpeaker & Pick<AgendaSpeaker, 'part' | 'person' | 'member'> & { readonly invitedAt: Instant };
    }
  | { readonly type: 'AgendaSpeakerConfirmed'; readonly data: OfSpeaker & { readonly confirmedAt: Instant } }
  | { readonly type: 'AgendaSpeakerDeclined'; readonly data: OfSpeaker & { readonly remark: string; readonly declinedAt: Instant } }
  | {
      readonly type: 'AgendaSpeakerReplaced';
      readonly data: OfSpeaker & {
        readonly by: Pick<AgendaSpeaker, 'speakerId' | 'person' | 'member'>;
        readonly reason: CodedReason;
        readonly replacedAt: Instant;
      };
    }
  | { readonly type: 'AgendaOtherMeetingNoted'; readonly data: OfAgenda & OtherMeeting }
  /** A warning, never an obstacle. */
  | { readonly type: 'AgendaClashDetected'; readonly data: OfAgenda & AgendaClash }
  | {
      readonly type: 'AgendaClashWaived';
      readonly data: OfAgenda & { readonly clashId: string; readonly reason: CodedReason; readonly waivedBy: AccreditationId };
    };
