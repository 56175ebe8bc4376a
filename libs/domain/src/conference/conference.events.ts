import type { AccreditationId, Bilingual, CalendarDate, CodedReason, Instant, MemberCode, SourceParagraph } from '../kernel/index.ts';

/** A conference is announced with the precision that was known: `2015-06` until the dates are fixed. */
export interface ConferenceAnnouncement {
  readonly conferenceId: string;
  readonly name: Bilingual;
  /** `2015-06`. */
  readonly month: string;
  readonly place: string;
  readonly announcedIn: SourceParagraph;
}

/** The meeting after which the conference is to be held. */
export interface ConferenceDateRule {
  readonly after: Bilingual;
  readonly start: CalendarDate;
  /** Last day of that meeting. */
  readonly end: CalendarDate;
  readonly source: string;
}

export type ParticipantPart = 'delegate' | 'observer' | 'speaker' | 'moderator' | 'secretariat';

interface OfConference {
  readonly conferenceId: string;
}

interface OfParticipant extends OfConference {
  /** An accreditation, never a name. */
  readonly person: AccreditationId;
}

export type ConferenceEvent =
  | { readonly type: 'ConferenceAnnounced'; readonly data: ConferenceAnnouncement }
  | { readonly type: 'ConferenceDateRuleSet'; readonly data: OfConference & ConferenceDateRule }
  | {
      readonly type: 'ConferenceDatesFixed';
      readonly data: OfConference & { readonly start: CalendarDate; readonly end: CalendarDate; readonly source: string };
    }
  | { readonly type: 'ConferenceProgrammeOpened'; readonly data: OfConference & { readonly agendaId: string; readonly openedAt: Instant } }
  | {
      readonly type: 'ConferenceProgrammePublished';
      readonly data: OfConference & { readonly agendaId: string; readonly version: number; readonly publishedAt: Instant };
    }
  | { readonly type: 'ConferenceOpened'; readonly data: OfConference & { readonly openedAt: Instant } }
  | { readonly type: 'ConferenceHeld'; readonly data: OfConference & { readonly heldAt: Instant } }
  | {
      readonly type: 'ConferenceReported';
      readonly data: OfConference & {
        readonly documentId: string;
        readonly symbol: string;
        readonly contentHash: string;
        readonly reportedAt: Instant;
      };
    }
  /** month: when it is held instead. The dates have to be fixed anew. */
  | {
      readonly type: 'ConferencePostponed';
      readonly data: OfConference & { readonly month: string; readonly reason: CodedReason; readonly postponedAt: Instant };
    }
  | { readonly type: 'ConferenceCancelled'; readonly data: OfConference & { readonly reason: CodedReason; readonly cancelledAt: Instant } }
  | {
      readonly type: 'ConferenceParticipantRegistered';
      readonly data: OfParticipant & { readonly member: MemberCode | null; readonly part: ParticipantPart; readonly registeredAt: Instant };
    }
  | { readonly type: 'ConferenceRegistrationWithdrawn'; readonly data: OfParticipant & { readonly withdrawnAt: Instant } };
