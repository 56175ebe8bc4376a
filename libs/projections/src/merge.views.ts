import type { Bilingual, CodedReason, Instant } from '../../domain/src/index.ts';
import type { ContributionStage, EditionView, SponsorView } from './contribution.views.ts';
import type { DuplicateSuggestion, MatchingTerms } from './text.views.ts';

/** How far a merge is, or how it ended. */
export type MergeStatus = 'proposed' | 'reserved' | 'merged' | 'refused' | 'proposal_withdrawn' | 'released' | 'unmerged';

/** What one Member that was asked has said; `waiting` until it does. */
export interface MergeConsent {
  readonly member: string;
  readonly memberName: Bilingual;
  readonly answer: 'waiting' | 'consented' | 'refused';
  readonly at: Instant | null;
  /** Why it stays apart. */
  readonly reason: CodedReason | null;
}

/** One proposal to merge a topic into another. */
export interface MergeCase {
  readonly mergeId: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly status: MergeStatus;
  readonly reason: CodedReason;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly consents: readonly MergeConsent[];
  /** The source is held for the target, since when; null when nothing is held. */
  readonly reservedAt: Instant | null;
  /** Why it ended: the reason of a Member or an officer, or a cause: the code by which the target refused, `source_withdrawn`, `source_dropped`. */
  readonly end: { readonly at: Instant; readonly reason: CodedReason | null; readonly cause: string | null } | null;
}

/** A topic laid on the table. */
export interface MergeSide {
  readonly contributionId: string;
  readonly reference: string;
  readonly member: string;
  readonly memberName: Bilingual;
  readonly title: string;
  readonly text: string;
  readonly language: 'en' | 'fr';
  readonly primaryTheme: string;
  readonly submittedAt: Instant;
  readonly stage: ContributionStage;
  readonly late: boolean;
  /** First received leading. */
  readonly sponsors: readonly SponsorView[];
  /** Every wording: a merge takes none away. */
  readonly editions: readonly EditionView[];
  /** Topics that were merged into it and are in it still. */
  readonly sources: readonly { readonly contributionId: string; readonly reference: string; readonly mergeId: string }[];
  readonly revision: string;
}

/** Another topic that may be the same. */
export interface MergeCandidate {
  readonly side: MergeSide;
  /** Hundredths; null when the two were not compared. */
  readonly likeness: number | null;
  /** `a`: in the topic; `b`: in the candidate. */
  readonly matches: readonly MatchingTerms[];
  readonly ruling: DuplicateSuggestion['ruling'];
  /** Proposals between the two, the last one first. What a refused one leaves behind: who had said what, and both topics as they were. */
  readonly cases: readonly MergeCase[];
}

export interface MergeWorkbench {
  readonly topic: MergeSide;
  readonly candidates: readonly MergeCandidate[];
}
