import type {
  AccreditationId,
  ActionLabel,
  AgendaClash,
  AgendaContent,
  AgendaSpeaker,
  Bilingual,
  CodedReason,
  Deadline,
  Instant,
  Language,
  OtherMeeting,
  ParityWaiver,
  PublicationCause,
} from '../../domain/src/index.ts';

/** The meeting that an agenda is for. */
export interface MeetingAddress {
  readonly kind: 'conference' | 'session';
  readonly id: string;
}

export interface AgendaEntry {
  readonly agendaId: string;
  readonly meeting: MeetingAddress;
  readonly title: Bilingual;
  /** 0 while nothing is published. */
  readonly publishedVersion: number;
  readonly publishedAt: Instant | null;
  /** BR-21: no longer a draft. */
  readonly final: boolean;
  readonly adopted: boolean;
  readonly closed: boolean;
}

export interface AgendaVersionSummary {
  readonly agendaId: string;
  readonly version: number;
  readonly status: 'proposed' | 'approved' | 'published';
  /** BR-21: no longer a draft. */
  readonly final: boolean;
  readonly contentHash: string;
  readonly changeNote: Bilingual;
  readonly proposedAt: Instant;
  readonly approvedAt: Instant | null;
  readonly publishedAt: Instant | null;
}

/** A version between proposal and publication. */
export interface PendingVersionView extends AgendaVersionSummary {
  readonly proposedBy: AccreditationId;
  readonly approvedBy: AccreditationId | null;
  readonly parityWaivers: readonly ParityWaiver[];
  readonly scheduledFor: Deadline | null;
  readonly embargo: Deadline | null;
}

/** One reason why a step would be refused now. */
export type AgendaObstacle =
  | PublicationCause
  | { readonly cause: 'closed' | 'no_item' | 'no_version_proposed' }
  | { readonly cause: 'version_pending' | 'already_circulated'; readonly version: number }
  /** BR-14 */
  | { readonly cause: 'priority_unaccounted'; readonly themes: readonly string[] }
  | { readonly cause: 'comment_period_open' | 'under_embargo'; readonly until: Instant }
  /** BR-19 */
  | { readonly cause: 'comments_undisposed'; readonly comments: readonly string[] };

export interface LabelledItem {
  readonly itemId: string;
  /** `IX - a`. */
  readonly label: string;
  readonly title: Bilingual;
}

/** Two slots at one time that cannot both be kept. */
export interface ProgrammeConflict {
  readonly kind: 'room' | 'person' | 'item';
  readonly id: string;
  readonly slotIds: readonly [string, string];
}

/** What an officer has to know of an agenda before it goes out (BR-14 to BR-21). */
export interface AgendaChecks {
  /** Priorities with neither an item nor a reason (BR-14). */
  readonly prioritiesUnaccounted: readonly string[];
  /** Priorities with an item, none of which has a slot. */
  readonly prioritiesWithoutSlot: readonly string[];
  /** Items whose topic was withdrawn, merged into another or divided since it was put there. */
  readonly itemsGone: readonly LabelledItem[];
  readonly itemsWithoutSlot: readonly LabelledItem[];
  readonly conflicts: readonly ProgrammeConflict[];
  /** Texts and documents that stand in one language only (BR-16). */
  readonly parity: readonly { readonly language: Language; readonly where: readonly string[] }[];
  /** Why each step would be refused now; empty for a step that is open. */
  readonly obstacles: {
    readonly propose: readonly AgendaObstacle[];
    readonly proposeFinal: readonly AgendaObstacle[];
    readonly publish: readonly AgendaObstacle[];
    readonly circulate: readonly AgendaObstacle[];
  };
}

/** Items by the Members behind them; warns, never blocks (BR-15). */
export interface AgendaBalance {
  readonly byRegion: readonly { readonly code: string; readonly name: Bilingual; readonly items: number }[];
  readonly byCommunity: readonly { readonly code: string; readonly name: Bilingual; readonly items: number }[];
  /** Items with a topic, and those of them behind which a landlocked Member stands. */
  readonly items: number;
  readonly landlocked: number;
}

/** A slot with the lines it takes up, what stands behind each, and who is on it. */
export interface SlotView {
  readonly slotId: string;
  readonly start: Deadline;
  readonly end: Deadline;
  readonly title: Bilingual;
  readonly room: Bilingual | null;
  readonly items: readonly (LabelledItem & {
    readonly topicReference: string | null;
    readonly sponsors: readonly { readonly member: string; readonly name: Bilingual }[];
    readonly priority: string | null;
  })[];
  readonly moderator: AgendaSpeaker | null;
  readonly speakers: readonly AgendaSpeaker[];
}

/** The working agenda; internal. */
export interface WorkingAgendaView {
  readonly agendaId: string;
  readonly meeting: MeetingAddress;
  /** Null for the agenda of a session. */
  readonly conferenceId: string | null;
  readonly title: Bilingual;
  readonly themeSetId: string | null;
  readonly content: AgendaContent;
  readonly slots: readonly SlotView[];
  readonly pending: PendingVersionView | null;
  /** The proposal that was sent back last, until the next. */
  readonly returned: { readonly version: number; readonly remark: string; readonly returnedBy: AccreditationId } | null;
  readonly publishedVersion: number;
  readonly freezeDue: { readonly daysBefore: number; readonly due: Deadline } | null;
  readonly frozen: { readonly rule: 'days_before' | 'by_hand'; readonly frozenAt: Instant } | null;
  /** Late topics and what the Chair ruled on them (BR-12). */
  readonly late: readonly {
    readonly topicId: string;
    readonly topicReference: string;
    readonly ruling: { readonly ruling: 'admitted' | 'refused'; readonly reason: CodedReason; readonly ruledAt: Instant } | null;
  }[];
  readonly otherMeetings: readonly OtherMeeting[];
  /** Days of this meeting that are days of another: warnings, each waived or not. */
  readonly clashes: readonly (AgendaClash & { readonly waiver: { readonly reason: CodedReason } | null })[];
  readonly adopted: { readonly version: number; readonly adoptedBy: 'body' | 'secretariat'; readonly adoptedAt: Instant } | null;
  readonly closed: { readonly version: number; readonly closedAt: Instant } | null;
  readonly checks: AgendaChecks;
  readonly balance: AgendaBalance;
  readonly revision: string;
}

export interface AgendaVersionView extends AgendaVersionSummary {
  readonly content: AgendaContent;
}

/** "Why is this here?": one agenda line and every step back to the paragraph that asked for it. */
export interface AgendaLineOrigin {
  readonly agendaId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly publishedAt: Instant;
  readonly heading: { readonly number: number; readonly title: Bilingual; readonly theme: string | null };
  readonly item: {
    readonly itemId: string;
    readonly label: string;
    readonly title: Bilingual;
    readonly actionLabels: readonly ActionLabel[];
  };
  /** The submission: public once it is on a published agenda. */
  readonly contribution: {
    readonly contributionId: string;
    readonly reference: string;
    readonly member: string;
    readonly memberName: Bilingual;
    readonly title: string;
    readonly language: 'en' | 'fr';
    readonly submittedAt: Instant;
    readonly acceptedAt: Instant | null;
    readonly contentHash: string;
  };
  readonly call: { readonly callId: string; readonly title: Bilingual; readonly openedAt: Instant | null; readonly closesForNew: Deadline };
  readonly guidance: { readonly guidanceId: string; readonly ref: string; readonly leadIn: string; readonly text: string };
  /** The paragraph: document id null when the document itself is not in the record. */
  readonly source: { readonly symbol: string; readonly paragraph: string; readonly documentId: string | null };
  /** One row per recorded step, oldest first, with its place in the ledger. */
  readonly steps: readonly HistoryEntry[];
}

export interface HistoryEntry {
  /** Ledger index of the event, 0-based. */
  readonly n: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly role: string;
  readonly actingFor: string | null;
  readonly audience: 'internal' | 'addressee' | 'members' | 'public';
}
