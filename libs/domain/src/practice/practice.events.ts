import type { AccreditationId, CodedReason, Instant } from '../kernel/index.ts';
import type * as Recorded from '../contribution/index.ts';

/** Which practice a fact is about. */
interface Named {
  readonly practiceId: string;
}

interface OutcomeData extends Named {
  readonly reason: CodedReason;
  readonly decidedBy: AccreditationId;
  readonly decidedAt: Instant;
}

interface IntakeFacts {
  readonly PracticeSubmitted: Recorded.ContributionRelease;
  /** Stored after the deadline for new contributions, not admitted (BR-12). */
  readonly PracticeReceivedLate: Named & Recorded.ReceivedLate;
  readonly PracticeEnteredForMember: Named & Recorded.EnteredForMember;
  readonly PracticeEntryConfirmed: Named & Recorded.EntryConfirmed;
  readonly PracticeEntryCorrected: Named & Recorded.EntryCorrected;
  readonly PracticeAmended: Named & Recorded.Amended;
  readonly PracticeWithdrawn: Named & Recorded.Withdrawn;
  readonly PracticeWithdrawalRequested: Named & Recorded.WithdrawalRequested;
  readonly PracticeWithdrawalRefused: Named & Recorded.WithdrawalRefused;
  readonly PracticeLateAdmitted: Named & Recorded.LateAdmitted;
}

interface TriageFacts {
  readonly PracticeAcknowledged: Named & { readonly acknowledgedAt: Instant };
  readonly PracticeTriageStarted: Named & Recorded.TriageStarted;
  readonly PracticeCompletenessAssessed: Named & Recorded.CompletenessAssessed;
  readonly PracticeClassified: Named & { readonly classifiedBy: AccreditationId } & Recorded.ThemeAssignment;
  readonly PracticeThemesContested: Named & Recorded.ThemesContested;
  readonly PracticeFlaggedSensitive: Named & Recorded.FlaggedSensitive;
  readonly PracticeSensitiveFlagLifted: Named & Recorded.SensitiveFlagLifted;
  readonly PracticeClarificationRequested: Named & Recorded.ClarificationRequested;
  readonly PracticeClarificationAnswered: Named & Recorded.ClarificationAnswered;
  readonly PracticeClarificationLapsed: Named & Recorded.ClarificationLapsed;
  readonly PracticeDuplicateConfirmed: Named & Recorded.DuplicateRuled;
  readonly PracticeDuplicateRuledOut: Named & Recorded.DuplicateRuled;
  readonly PracticeDuplicateRulingUndone: Named & Recorded.DuplicateRuled;
}

interface JudgementFacts {
  readonly PracticeAccepted: OutcomeData;
  readonly PracticeDeclined: OutcomeData;
  readonly PracticeDecisionReleased: Named & Recorded.DecisionReleased;
  readonly PracticeReconsidered: Named & Recorded.Reconsidered;
  readonly PracticeReviewRequested: Named & Recorded.ReviewRequested;
  readonly PracticeReviewGranted: Named & Recorded.ReviewRuled;
  readonly PracticeReviewRefused: Named & Recorded.ReviewRuled;
  /** Open to everybody in the compendium. */
  readonly PracticePublished: Named & { readonly edition: number; readonly contentHash: string; readonly publishedAt: Instant };
}

/** Data of each event, by its type. */
export interface PracticeFacts extends IntakeFacts, TriageFacts, JudgementFacts {}

export type PracticeEvent<T extends keyof PracticeFacts = keyof PracticeFacts> = {
  [K in T]: { readonly type: K; readonly data: PracticeFacts[K] };
}[T];
