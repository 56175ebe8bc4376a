import type { AccreditationId, CalendarDate, CodedReason, Instant, MemberCode } from '../kernel/index.ts';
import type { ConferenceAnnouncement, ConferenceDateRule, ParticipantPart } from './conference.events.ts';

export type ConferenceCommand =
  | { readonly type: 'AnnounceConference'; readonly data: ConferenceAnnouncement }
  | { readonly type: 'SetConferenceDateRule'; readonly data: ConferenceDateRule }
  | {
      readonly type: 'FixConferenceDates';
      readonly data: { readonly start: CalendarDate; readonly end: CalendarDate; readonly source: string };
    }
  /** agendaOpen: the agenda is open and belongs to this conference, read from its own stream. */
  | {
      readonly type: 'OpenConferenceProgramme';
      readonly data: { readonly now: Instant; readonly agendaId: string; readonly agendaOpen: boolean };
    }
  /** version: the latest published version of that agenda; null before there is one. */
  | { readonly type: 'PublishConferenceProgramme'; readonly data: { readonly now: Instant; readonly version: number | null } }
  /** today: the calendar date in the place of the conference. */
  | { readonly type: 'OpenConference'; readonly data: { readonly now: Instant; readonly today: CalendarDate } }
  /** agendaClosed: every item has its outcome. */
  | { readonly type: 'CloseConference'; readonly data: { readonly now: Instant; readonly agendaClosed: boolean } }
  | {
      readonly type: 'ReportConference';
      readonly data: {
        readonly now: Instant;
        /** Confirmed; null when there is none. */
        readonly report: { readonly documentId: string; readonly symbol: string; readonly contentHash: string } | null;
      };
    }
  | {
      readonly type: 'PostponeConference';
      readonly data: { readonly now: Instant; readonly month: string; readonly reason: CodedReason };
    }
  | { readonly type: 'CancelConference'; readonly data: { readonly now: Instant; readonly reason: CodedReason } }
  /** accredited: the person's accreditation holds on that day. */
  | {
      readonly type: 'RegisterParticipant';
      readonly data: {
        readonly now: Instant;
        readonly person: AccreditationId;
        readonly member: MemberCode | null;
        readonly part: ParticipantPart;
        readonly accredited: boolean;
      };
    }
  | { readonly type: 'WithdrawRegistration'; readonly data: { readonly now: Instant; readonly person: AccreditationId } };
