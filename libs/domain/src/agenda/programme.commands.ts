import type { AccreditationId, Actor, Bilingual, CalendarDate, CodedReason, Deadline, Instant, MemberCode } from '../kernel/index.ts';
import type { AgendaDay, AgendaRoom } from './agenda.content.ts';
import type { OtherMeeting } from './programme.events.ts';

/** First and last day of the meeting, read from its own stream; null while they are not fixed. */
export type MeetingDays = { readonly start: CalendarDate; readonly end: CalendarDate } | null;

export type ProgrammeCommand =
  /** otherMeetings: sessions and conferences on record, this one left out. */
  | {
      readonly type: 'AddAgendaDay';
      readonly data: AgendaDay & { readonly meetingDays: MeetingDays; readonly otherMeetings: readonly OtherMeeting[] };
    }
  | { readonly type: 'RemoveAgendaDay'; readonly data: { readonly date: CalendarDate } }
  | { readonly type: 'AddAgendaRoom'; readonly data: AgendaRoom }
  | { readonly type: 'RemoveAgendaRoom'; readonly data: { readonly roomId: string } }
  | {
      readonly type: 'AddAgendaSlot';
      readonly data: {
        readonly slotId: string;
        readonly roomId: string;
        readonly start: Deadline;
        readonly end: Deadline;
        readonly title: Bilingual;
        readonly itemIds: readonly string[];
      };
    }
  | {
      readonly type: 'MoveAgendaSlot';
      readonly data: { readonly slotId: string; readonly roomId: string; readonly start: Deadline; readonly end: Deadline };
    }
  | { readonly type: 'RetitleAgendaSlot'; readonly data: { readonly slotId: string; readonly title: Bilingual } }
  | { readonly type: 'AssignAgendaSlotItems'; readonly data: { readonly slotId: string; readonly itemIds: readonly string[] } }
  | { readonly type: 'CancelAgendaSlot'; readonly data: { readonly slotId: string; readonly reason: CodedReason } }
  | {
      readonly type: 'InviteAgendaSpeaker';
      readonly data: {
        readonly now: Instant;
        readonly slotId: string;
        readonly speakerId: string;
        readonly part: 'speaker' | 'moderator';
        readonly person: AccreditationId;
        readonly member: MemberCode | null;
      };
    }
  | { readonly type: 'ConfirmAgendaSpeaker'; readonly data: { readonly now: Instant; readonly speakerId: string } }
  | { readonly type: 'DeclineAgendaSpeaker'; readonly data: { readonly now: Instant; readonly speakerId: string; readonly remark: string } }
  | {
      readonly type: 'ReplaceAgendaSpeaker';
      readonly data: {
        readonly now: Instant;
        readonly speakerId: string;
        readonly by: { readonly speakerId: string; readonly person: AccreditationId; readonly member: MemberCode | null };
        readonly reason: CodedReason;
      };
    }
  | { readonly type: 'NoteOtherMeeting'; readonly data: OtherMeeting }
  | {
      readonly type: 'WaiveAgendaClash';
      readonly data: { readonly actor: Actor; readonly clashId: string; readonly reason: CodedReason };
    };
