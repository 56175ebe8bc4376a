import type {
  AccreditationId,
  AgendaOutcome,
  Bilingual,
  CodedReason,
  CommentDisposition,
  CommentKind,
  CommentTarget,
  ConferenceEvent,
  ConferenceStatus,
  Deadline,
  Instant,
  Language,
  ParticipantPart,
  SessionEvent,
  SessionStatus,
  WorkingText,
} from '../../domain/src/index.ts';
import type { LabelledItem } from './agenda.views.ts';

type OfSession<T extends SessionEvent['type']> = Omit<Extract<SessionEvent, { type: T }>['data'], 'sessionId'>;
type OfConference<T extends ConferenceEvent['type']> = Omit<Extract<ConferenceEvent, { type: T }>['data'], 'conferenceId'>;

/** What is on record of a session besides its plan, each as last recorded. */
export interface SessionFacts {
  readonly convened?: OfSession<'SessionConvened'>;
  readonly opened?: OfSession<'SessionOpened'>;
  readonly suspended?: OfSession<'SessionSuspended'>;
  readonly resumed?: OfSession<'SessionResumed'>;
  /** Internal viewers only. */
  readonly closingBegun?: OfSession<'SessionClosingBegun'>;
  readonly closed?: Omit<OfSession<'SessionClosed'>, 'closedBy'>;
  readonly report?: OfSession<'SessionReportAdopted'>;
  readonly cancelled?: OfSession<'SessionCancelled'>;
  readonly byDocument?: OfSession<'SessionConvertedToDocuments'>;
}

export interface SessionView {
  readonly sessionId: string;
  readonly body: string;
  readonly bodyName: Bilingual;
  readonly numbers: readonly [number, number];
  readonly label: Bilingual;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  /** `open` while it is being closed, for all but internal viewers. */
  readonly status: SessionStatus;
  readonly facts: SessionFacts;
}

/** What is on record of a conference besides its announcement, each as last recorded. */
export interface ConferenceFacts {
  readonly dateRule?: OfConference<'ConferenceDateRuleSet'>;
  readonly dates?: OfConference<'ConferenceDatesFixed'>;
  /** Without a version while it is being built: then internal viewers only. */
  readonly programme?: { readonly agendaId: string; readonly version?: number; readonly publishedAt?: Instant };
  readonly opened?: OfConference<'ConferenceOpened'>;
  readonly held?: OfConference<'ConferenceHeld'>;
  readonly report?: OfConference<'ConferenceReported'>;
  readonly postponed?: OfConference<'ConferencePostponed'>;
  readonly cancelled?: OfConference<'ConferenceCancelled'>;
}

export interface ConferenceView {
  readonly conferenceId: string;
  readonly name: Bilingual;
  /** As announced, or as postponed to. */
  readonly month: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string;
  readonly announcedIn: { readonly symbol: string; readonly paragraph: string };
  /** `announced` while the programme is being built, for all but internal viewers. */
  readonly status: ConferenceStatus;
  readonly facts: ConferenceFacts;
}

/** Somebody who takes part, by accreditation, and of which final versions he was told (row C18). */
export interface ParticipantView {
  readonly person: AccreditationId;
  readonly member: string | null;
  readonly memberName: Bilingual | null;
  readonly part: ParticipantPart;
  readonly registeredAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly toldOf: readonly { readonly agendaId: string; readonly version: number; readonly circulatedAt: Instant }[];
}

/** Who takes part in a conference; for a Member its own people, and how many there are. */
export interface RegistrationsView {
  readonly conferenceId: string;
  readonly registered: number;
  readonly byPart: readonly { readonly part: ParticipantPart; readonly count: number }[];
  readonly participants: readonly ParticipantView[];
  /** Who would be told if the final agenda changed now: the Members of the day, and everybody registered. Null but for internal viewers. */
  readonly wouldBeTold: { readonly members: readonly string[]; readonly participants: readonly AccreditationId[] } | null;
}

export interface AddresseeView {
  readonly member: string;
  readonly name: Bilingual;
  readonly circulatedAt: Instant;
  /** Acceded after the list was frozen and was told besides (BR-18). */
  readonly supplementary: boolean;
}

/** A version as it was sent out: the list is frozen with it (BR-18). */
export interface CirculationView {
  readonly circulationId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly final: boolean;
  readonly languages: readonly Language[];
  readonly circulatedAt: Instant;
  /** As last extended; null when nothing is asked. */
  readonly commentsUntil: Deadline | null;
  readonly extensions: readonly { readonly commentsUntil: Deadline; readonly reason: CodedReason }[];
  readonly addresseeCount: number;
  readonly addressees: readonly AddresseeView[];
  readonly participantCount: number;
  /** Participants who were told besides; null but for internal viewers. */
  readonly participants: readonly AccreditationId[] | null;
}

export interface DispositionView {
  readonly disposition: CommentDisposition;
  readonly reason: WorkingText;
  readonly disposedAt: Instant;
}

export interface CommentView {
  readonly commentId: string;
  readonly version: number;
  readonly kind: CommentKind;
  readonly text: WorkingText;
  /** Null for an observer. */
  readonly member: string | null;
  readonly memberName: Bilingual | null;
  readonly commentedAt: Instant;
  readonly cosigners: readonly { readonly member: string; readonly name: Bilingual; readonly cosignedAt: Instant }[];
  /** The answer that holds; null while there is none. */
  readonly disposition: DispositionView | null;
  readonly earlierDispositions: readonly DispositionView[];
  /** Set when it was taken back; such a comment is shown to its own Member and the Secretariat. */
  readonly withdrawnAt: Instant | null;
  /** Who wrote it; null but for internal viewers. */
  readonly by: AccreditationId | null;
}

/** What was said of one item or slot; observers stand apart and count nowhere (BR-20). */
export interface CommentedTarget {
  readonly target: CommentTarget;
  /** `IX - a`, or the wall time at which the slot begins. */
  readonly label: string;
  readonly title: Bilingual | null;
  /** Members behind at least one comment of a kind, those that cosigned included. */
  readonly memberCounts: { readonly [K in CommentKind]: number };
  readonly members: readonly CommentView[];
  readonly observers: readonly CommentView[];
}

export interface AgendaCommentsView {
  readonly agendaId: string;
  readonly commentsUntil: Instant | null;
  readonly undisposed: number;
  readonly targets: readonly CommentedTarget[];
}

export interface OutcomeRevisionView extends Omit<AgendaOutcome, 'itemId'> {
  /** 1 as first recorded. */
  readonly revision: number;
  readonly recordedAt: Instant;
  /** The Member's correction it follows; null for the first and for the Secretariat's own mending. */
  readonly correctionId: string | null;
}

export interface OutcomeLine extends LabelledItem {
  /** The latest revision; null while nothing is recorded. */
  readonly outcome: OutcomeRevisionView | null;
  /** Oldest first, the latest included. */
  readonly revisions: readonly OutcomeRevisionView[];
  /** Until when Members may correct the record; null while there is none. */
  readonly correctableUntil: Instant | null;
  readonly corrections: readonly {
    readonly correctionId: string;
    readonly member: string;
    readonly memberName: Bilingual;
    readonly text: WorkingText;
    readonly filedAt: Instant;
    /** Whether a revision follows it. */
    readonly followed: boolean;
  }[];
  readonly presentations: readonly {
    readonly sha256: string;
    readonly title: WorkingText;
    readonly mediaType: string;
    readonly sizeBytes: number;
  }[];
}

/** What the body did with every item of the latest published version, in its order (row C13). */
export interface OutcomeSheet {
  readonly agendaId: string;
  readonly version: number;
  readonly recorded: number;
  readonly items: readonly OutcomeLine[];
}
