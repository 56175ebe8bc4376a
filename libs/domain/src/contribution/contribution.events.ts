import type { AccreditationId, CodedReason, Instant, MemberCode, WorkingText } from '../kernel/index.ts';
import type {
  AttachmentReference,
  ContributionContent,
  EntryChannel,
  EntryMark,
  LateRuling,
  ThemeAssignment,
} from './contribution.values.ts';

// What is recorded alike of topics and practices. Each aggregate stores these under names of its own, with its own id.

/** A new edition by its Member; every earlier one stays as it was (BR-05). */
export interface Amended {
  readonly edition: number;
  readonly content: ContributionContent;
  /** SHA-256 of the canonical JSON of `content`. */
  readonly contentHash: string;
  readonly amendedBy: AccreditationId;
  readonly amendedAt: Instant;
}

export interface Withdrawn {
  readonly reason: CodedReason;
  readonly withdrawnBy: AccreditationId;
  readonly withdrawnAt: Instant;
  /** Set when it was published already and the Secretariat granted what its Member asked for. */
  readonly grantedBy?: AccreditationId;
}

export interface WithdrawalRequested {
  readonly reason: CodedReason;
  readonly requestedBy: AccreditationId;
  readonly requestedAt: Instant;
}

export interface WithdrawalRefused {
  readonly reason: CodedReason;
  readonly refusedBy: AccreditationId;
  readonly refusedAt: Instant;
}

/** What came after the deadline is stored and says so (row A3). */
export interface ReceivedLate {
  readonly closedAt: Instant;
  readonly receivedAt: Instant;
}

/** An officer admits what came late; late it stays (BR-12). */
export interface LateAdmitted {
  readonly reason: CodedReason;
  readonly admittedBy: AccreditationId;
  readonly admittedAt: Instant;
}

/** The Chair's ruling without which nothing late reaches an agenda (BR-12). */
export interface LateRulingMade {
  readonly ruling: LateRuling;
  readonly reason: CodedReason;
  readonly ruledBy: AccreditationId;
  readonly ruledAt: Instant;
}

/** How the Secretariat came by what it entered for a Member (rows A13, A14). */
export interface EnteredForMember {
  readonly channel: EntryChannel;
  /** The deadline counts by this instant. */
  readonly receivedAt: Instant;
  /** The original as it came; null for words spoken from the floor. */
  readonly original: AttachmentReference | null;
  readonly mark: EntryMark;
  readonly enteredBy: AccreditationId;
  readonly enteredAt: Instant;
}

export interface EntryConfirmed {
  readonly confirmedBy: AccreditationId;
  readonly confirmedAt: Instant;
}

/** The Member's own wording in place of what the Secretariat had entered: a new edition. */
export interface EntryCorrected {
  readonly edition: number;
  readonly content: ContributionContent;
  readonly contentHash: string;
  readonly correctedBy: AccreditationId;
  readonly correctedAt: Instant;
}

export interface TriageStarted {
  readonly startedBy: AccreditationId;
  readonly startedAt: Instant;
}

/** Whether everything needed is there, apart from merit (row B4). */
export interface CompletenessAssessed {
  readonly result: 'complete' | 'incomplete' | 'not_required';
  readonly note: WorkingText;
  readonly assessedBy: AccreditationId;
  readonly assessedAt: Instant;
}

/** The Member asks for other themes than the Secretariat confirmed. */
export interface ThemesContested extends ThemeAssignment {
  readonly text: WorkingText;
  readonly contestedBy: AccreditationId;
  readonly contestedAt: Instant;
}

export interface FlaggedSensitive {
  readonly reason: CodedReason;
  readonly flaggedBy: AccreditationId;
  readonly flaggedAt: Instant;
}

export interface SensitiveFlagLifted {
  readonly reason: CodedReason;
  readonly liftedBy: AccreditationId;
  readonly liftedAt: Instant;
}

/** The clock of the Secretariat pauses until the answer or the lapse. */
export interface ClarificationRequested {
  readonly clarificationId: string;
  readonly questions: WorkingText;
  /** The last instant at which an answer is in time. */
  readonly dueAt: Instant;
  readonly requestedBy: AccreditationId;
  readonly requestedAt: Instant;
}

export interface ClarificationAnswered {
  readonly clarificationId: string;
  readonly answer: WorkingText;
  readonly answeredBy: AccreditationId;
  readonly answeredAt: Instant;
}

export interface ClarificationLapsed {
  readonly clarificationId: string;
  readonly dueAt: Instant;
  readonly lapsedAt: Instant;
}

/** A person's ruling on a suspected duplicate (BR-08): recorded once for the pair. */
export interface DuplicateRuled {
  readonly otherId: string;
  readonly reason: CodedReason;
  readonly ruledBy: AccreditationId;
  readonly ruledAt: Instant;
}

/** The decision went out with a batch; from its release on its Member may know of it. */
export interface DecisionReleased {
  readonly releaseId: string;
  readonly outcome: Outcome;
  readonly decidedAt: Instant;
  readonly releasedAt: Instant;
  /** The session it was put off to. */
  readonly toSession?: string;
}

export type Outcome = 'accepted' | 'declined' | 'deferred';

/** Opened again; the earlier decision stays visible beside it. */
export interface Reconsidered {
  readonly reason: CodedReason;
  readonly previousOutcome: Outcome;
  readonly previousDecidedAt: Instant;
  readonly reopenedBy: AccreditationId;
  readonly reopenedAt: Instant;
}

/** The Member asks the Chair to look again (BR-10). */
export interface ReviewRequested {
  readonly text: WorkingText;
  readonly member: MemberCode;
  readonly requestedBy: AccreditationId;
  readonly requestedAt: Instant;
}

export interface ReviewRuled {
  readonly reason: CodedReason;
  readonly ruledBy: AccreditationId;
  readonly ruledAt: Instant;
}
