import type { Actor, CodedReason, Instant, WorkingText } from '../kernel/index.ts';
import type { CompletenessAssessed, Outcome } from './contribution.events.ts';
import type {
  AttachmentReference,
  ContributionContent,
  ContributionRelease,
  EntryChannel,
  LateRuling,
  ReleaseFacts,
  ThemeAssignment,
} from './contribution.values.ts';

// What may be asked of topics and practices alike; each aggregate gives these names of its own.

export interface Submit {
  readonly release: ContributionRelease;
  readonly facts: ReleaseFacts;
}

export interface EnterForMember extends Submit {
  readonly channel: EntryChannel;
  readonly original: AttachmentReference | null;
  readonly actor: Actor;
  /** When it is entered; `facts.now` is when it was received. */
  readonly now: Instant;
}

export interface Judge {
  readonly actor: Actor;
  readonly now: Instant;
  readonly reason: CodedReason;
}

export interface Amend {
  readonly actor: Actor;
  readonly now: Instant;
  readonly content: ContributionContent;
  readonly contentHash: string;
  /** Null when there is no such call. */
  readonly closesForEdits: Instant | null;
  readonly themes: ReleaseFacts['themes'];
}

export type CorrectEntry = Omit<Amend, 'closesForEdits'>;

export interface Act {
  readonly actor: Actor;
  readonly now: Instant;
}

export interface RuleOnLate extends Judge {
  readonly ruling: LateRuling;
}

export interface AssessCompleteness extends Act {
  readonly result: CompletenessAssessed['result'];
  readonly note: WorkingText;
}

export interface Classify extends ThemeAssignment {
  readonly themes: ReleaseFacts['themes'];
}

export interface ContestThemes extends Act, ThemeAssignment {
  readonly text: WorkingText;
  readonly themes: ReleaseFacts['themes'];
}

export interface RequestClarification extends Act {
  readonly clarificationId: string;
  readonly questions: WorkingText;
  readonly dueAt: Instant;
}

export interface AnswerClarification extends Act {
  readonly answer: WorkingText;
}

export interface RuleOnDuplicate extends Judge {
  readonly otherId: string;
  /** Whether there is such a contribution. */
  readonly otherExists: boolean;
  /** Whether the other one stands on a published agenda or in the compendium. */
  readonly otherIsPublished: boolean;
}

export interface MarkDecisionReleased {
  readonly releaseId: string;
  readonly outcome: Outcome;
  readonly decidedAt: Instant;
  readonly releasedAt: Instant;
}

export interface RequestReview extends Act {
  readonly text: WorkingText;
  /** The last instant at which a Member may ask, from the release on (BR-10). */
  readonly until: Instant;
}
