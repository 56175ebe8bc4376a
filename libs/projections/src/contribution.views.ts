import type { Bilingual, ContributionContent, Instant } from '../../domain/src/index.ts';

export type ContributionStage =
  | 'submitted'
  | 'acknowledged'
  | 'classified'
  | 'recommended'
  | 'accepted'
  | 'declined'
  | 'deferred'
  | 'merged'
  | 'split'
  | 'withdrawn'
  | 'published';

/** What the Secretariat entered for a Member (BR-13). */
export interface EntryView {
  readonly channel: string;
  readonly receivedAt: Instant;
  readonly enteredAt: Instant;
  /** The last two: the time in which the Member could have confirmed it is over. It still can. */
  readonly status: 'unconfirmed' | 'confirmed' | 'corrected' | 'as_recorded_not_confirmed' | 'as_received_not_confirmed';
  /** When it was confirmed or corrected, or the time to do so passed; null while it runs. */
  readonly at: Instant | null;
}

/** A piece of two texts laid over each other. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What one wording changes of the one before it. */
export interface WordingDifference {
  /** Members of the content whose value is another. */
  readonly changed: readonly string[];
  readonly title: readonly DifferencePart[];
  readonly text: readonly DifferencePart[];
}

/** One wording of a contribution, as it was released, amended or corrected. */
export interface EditionView {
  readonly edition: number;
  readonly how: string;
  readonly at: Instant;
  readonly contentHash: string;
  readonly content: ContributionContent;
  /** From the wording before it; null for the first. */
  readonly difference: WordingDifference | null;
}

/** A Member that stands or stood behind a contribution. */
export interface SponsorView {
  readonly member: string;
  readonly since: Instant;
  readonly until: Instant | null;
  /** The merged topic it came with. */
  readonly source: string | null;
}

export interface ContributionView {
  readonly contributionId: string;
  readonly kind: 'practice' | 'topic';
  readonly reference: string;
  readonly member: string;
  readonly memberName: Bilingual;
  readonly region: string;
  readonly guidanceId: string;
  readonly callId: string;
  readonly title: string;
  readonly language: 'en' | 'fr';
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  readonly submittedAt: Instant;
  /** Came after the deadline: true for ever (row A3). */
  readonly late: boolean;
  /** For a Member or the public never beyond `classified` until a release tells it or a published agenda carries it. */
  readonly stage: ContributionStage;
  /** Stream revision, the ETag. */
  readonly revision: string;
}

export interface ContributionDossier extends ContributionView {
  readonly content: ContributionContent;
  readonly contentHash: string;
  readonly edition: number;
  readonly draftedBy: string;
  readonly releasedBy: string;
  readonly acknowledgedAt: Instant | null;
  /** Internal viewers only; null for everybody else. */
  readonly recommendation: {
    readonly recommendation: 'accept' | 'decline' | 'defer' | 'merge';
    readonly reasonCode: string;
    readonly recommendedBy: string;
  } | null;
  readonly decision: {
    readonly outcome: 'accepted' | 'declined' | 'deferred';
    /** The session it was put off to. */
    readonly toSession?: string;
    readonly reasonCode: string;
    readonly reasonText: { readonly en?: string; readonly fr?: string };
    readonly decidedBy: string;
    readonly decidedAt: Instant;
  } | null;
  readonly agendaLine: { readonly agendaId: string; readonly version: number; readonly itemId: string; readonly label: string } | null;
  /** First received leading. */
  readonly sponsors: readonly SponsorView[];
  /** For its Members and the Secretariat; every wording stays (BR-05). */
  readonly editions: readonly EditionView[];
  /** How it was entered for its Member and whether that was confirmed; null when the Member released it itself, and for strangers. */
  readonly entry: EntryView | null;
  /** What happened to it by name, as last recorded: `late`, `entry`, `clarification`, `merge`, `withdrawal` and so on. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The same of what only the Secretariat knows: `completeness`, `sensitive`. */
  readonly internalFacts: Readonly<Record<string, unknown>>;
}

export interface ContributionFilter {
  readonly kind?: 'practice' | 'topic';
  readonly member?: string;
  readonly theme?: string;
  readonly stage?: ContributionStage;
  readonly guidanceId?: string;
  readonly callId?: string;
  /** Region of its Member on the day it was submitted. */
  readonly region?: string;
  /** Regional Economic Community that its Member was in on that day. */
  readonly community?: string;
  readonly landlocked?: 'true' | 'false';
  /** `true`: received, and neither withdrawn nor divided into parts. */
  readonly standing?: 'true' | 'false';
}
