import type { AccreditationId, CodedReason, Instant, MemberCode } from '../kernel/index.ts';
import type * as Recorded from '../contribution/index.ts';

export type Recommendation = 'accept' | 'decline' | 'defer' | 'merge';

/** Which topic a fact is about. */
interface Named {
  readonly topicId: string;
}

interface OutcomeData extends Named {
  readonly reason: CodedReason;
  readonly decidedBy: AccreditationId;
  readonly decidedAt: Instant;
}

interface MergeNamed extends Named {
  readonly targetId: string;
  readonly mergeId: string;
}

interface Placed extends Named {
  readonly agendaId: string;
  readonly itemId: string;
}

/** A part into which the Secretariat divided a topic. */
export interface TopicPart {
  readonly topicId: string;
  readonly reference: string;
  readonly content: Recorded.ContributionContent;
  readonly contentHash: string;
}

/** What the target of a merge keeps of what came into it. */
export interface MergedSource {
  readonly sourceId: string;
  readonly mergeId: string;
  readonly reference: string;
  readonly contentHash: string;
  readonly sponsors: readonly MemberCode[];
  readonly late: boolean;
}

interface IntakeFacts {
  readonly TopicSubmitted: Recorded.ContributionRelease;
  /** Stored after the deadline for new contributions, not admitted (BR-12). */
  readonly TopicReceivedLate: Named & Recorded.ReceivedLate;
  readonly TopicEnteredForMember: Named & Recorded.EnteredForMember;
  readonly TopicEntryConfirmed: Named & Recorded.EntryConfirmed;
  readonly TopicEntryCorrected: Named & Recorded.EntryCorrected;
  readonly TopicAmended: Named & Recorded.Amended;
  readonly TopicWithdrawn: Named & Recorded.Withdrawn;
  readonly TopicWithdrawalRequested: Named & Recorded.WithdrawalRequested;
  readonly TopicWithdrawalRefused: Named & Recorded.WithdrawalRefused;
  readonly TopicSponsorJoined: Named & {
    readonly member: MemberCode;
    readonly joinedBy: AccreditationId;
    readonly joinedAt: Instant;
    readonly afterPublication: boolean;
  };
  readonly TopicSponsorLeft: Named & {
    readonly member: MemberCode;
    readonly leftBy: AccreditationId;
    readonly leftAt: Instant;
    readonly afterPublication: boolean;
  };
  readonly TopicLateAdmitted: Named & Recorded.LateAdmitted;
  readonly TopicLateRulingMade: Named & Recorded.LateRulingMade;
}

interface TriageFacts {
  readonly TopicAcknowledged: Named & { readonly acknowledgedAt: Instant };
  readonly TopicTriageStarted: Named & Recorded.TriageStarted;
  readonly TopicCompletenessAssessed: Named & Recorded.CompletenessAssessed;
  readonly TopicClassified: Named & Recorded.ThemeAssignment;
  readonly TopicThemesContested: Named & Recorded.ThemesContested;
  readonly TopicFlaggedSensitive: Named & Recorded.FlaggedSensitive;
  readonly TopicSensitiveFlagLifted: Named & Recorded.SensitiveFlagLifted;
  readonly TopicClarificationRequested: Named & Recorded.ClarificationRequested;
  readonly TopicClarificationAnswered: Named & Recorded.ClarificationAnswered;
  readonly TopicClarificationLapsed: Named & Recorded.ClarificationLapsed;
  readonly TopicDuplicateConfirmed: Named & Recorded.DuplicateRuled;
  readonly TopicDuplicateRuledOut: Named & Recorded.DuplicateRuled;
  readonly TopicDuplicateRulingUndone: Named & Recorded.DuplicateRuled;
  readonly TopicSplit: Named & {
    readonly parts: readonly TopicPart[];
    readonly reason: CodedReason;
    readonly splitBy: AccreditationId;
    readonly splitAt: Instant;
  };
}

/** A merge is decided by the topic that would disappear; the other accepts it or not (DESIGN §5). */
interface MergeFacts {
  readonly TopicMergeProposed: MergeNamed & {
    readonly reason: CodedReason;
    /** Members that stand behind either topic: each consents, or the two stay apart. */
    readonly asked: readonly MemberCode[];
    readonly proposedBy: AccreditationId;
    readonly proposedAt: Instant;
  };
  readonly TopicMergeConsented: MergeNamed & {
    readonly member: MemberCode;
    readonly consentedBy: AccreditationId;
    readonly consentedAt: Instant;
  };
  readonly TopicMergeRefused: MergeNamed & {
    readonly member: MemberCode;
    readonly reason: CodedReason;
    readonly refusedBy: AccreditationId;
    readonly refusedAt: Instant;
  };
  readonly TopicMergeProposalWithdrawn: MergeNamed & {
    readonly reason: CodedReason;
    readonly withdrawnBy: AccreditationId;
    readonly withdrawnAt: Instant;
  };
  readonly TopicMergeReserved: MergeNamed & { readonly reservedAt: Instant };
  /** On the target. */
  readonly TopicMergeAccepted: Named & MergedSource & { readonly acceptedAt: Instant };
  readonly TopicMergedInto: MergeNamed & { readonly mergedAt: Instant };
  /** The reservation ended without a merge; `cause` is the code by which the target refused. */
  readonly TopicMergeReleased: MergeNamed & { readonly cause: string; readonly releasedAt: Instant };
  readonly TopicUnmerged: MergeNamed & {
    readonly reason: CodedReason;
    readonly unmergedBy: AccreditationId;
    readonly unmergedAt: Instant;
  };
  /** On the target: what came with the source leaves with it. */
  readonly TopicSourceDropped: Named & {
    readonly sourceId: string;
    readonly mergeId: string;
    readonly members: readonly MemberCode[];
    readonly droppedAt: Instant;
  };
}

interface JudgementFacts {
  readonly TopicRecommended: Named & {
    readonly recommendation: Recommendation;
    readonly reason: CodedReason;
    readonly recommendedBy: AccreditationId;
    /** Into which topic, of a recommendation to merge. */
    readonly targetId?: string;
    /** To which session, of a recommendation to defer. */
    readonly toSession?: string;
  };
  readonly TopicAccepted: OutcomeData;
  readonly TopicDeclined: OutcomeData;
  readonly TopicDeferred: OutcomeData & { readonly toSession: string };
  readonly TopicDecisionReleased: Named & Recorded.DecisionReleased;
  readonly TopicReconsidered: Named & Recorded.Reconsidered;
  readonly TopicReviewRequested: Named & Recorded.ReviewRequested;
  readonly TopicReviewGranted: Named & Recorded.ReviewRuled;
  readonly TopicReviewRefused: Named & Recorded.ReviewRuled;
  readonly TopicCarriedOver: Named & { readonly sessionId: string; readonly carriedAt: Instant };
}

/** What follows from the agenda that a topic stands on. */
interface AgendaFollowed {
  readonly TopicScheduled: Placed & { readonly scheduledAt: Instant };
  readonly TopicUnscheduled: Placed & { readonly unscheduledAt: Instant };
  readonly TopicPublished: Placed & { readonly version: number; readonly publishedAt: Instant };
  readonly TopicDiscussed: Placed & { readonly discussedAt: Instant };
  readonly TopicClosed: Named & { readonly closedAt: Instant };
}

/** Data of each event, by its type. */
export interface TopicFacts extends IntakeFacts, TriageFacts, MergeFacts, JudgementFacts, AgendaFollowed {}

export type TopicEvent<T extends keyof TopicFacts = keyof TopicFacts> = {
  [K in T]: { readonly type: K; readonly data: TopicFacts[K] };
}[T];
