import type { AccreditationId, Actor, Bilingual, CodedReason, Instant, ReasonMissing } from '../kernel/index.ts';
import type { Outcome } from '../contribution/index.ts';

/** One decision of a batch, named so that nothing else of its contribution goes out with it. */
export interface ReleaseItem {
  readonly category: 'topic' | 'practice';
  readonly id: string;
  readonly reference: string;
  /** Revision of the decision in the stream of its contribution. */
  readonly revision: number;
  readonly outcome: Outcome;
  readonly decidedAt: Instant;
}

/** A contribution as it stands when it is to be released. */
export interface ReleaseCandidate {
  readonly category: 'topic' | 'practice';
  readonly id: string;
  /** Null when there is no decision, or it was told already. */
  readonly decision: ReleaseItem | null;
}

/** Data of each event, by its type. */
export interface ReleaseFactsByType {
  readonly ReleasePrepared: {
    readonly releaseId: string;
    readonly title: Bilingual;
    readonly items: readonly ReleaseItem[];
    readonly preparedBy: AccreditationId;
    readonly preparedAt: Instant;
  };
  /** From here on the decisions that it names are open to their addressees, all in the same moment (DESIGN §6). */
  readonly ReleaseIssued: {
    readonly releaseId: string;
    readonly items: readonly ReleaseItem[];
    readonly releasedBy: AccreditationId;
    readonly releasedAt: Instant;
  };
  readonly ReleaseDiscarded: {
    readonly releaseId: string;
    readonly reason: CodedReason;
    readonly discardedBy: AccreditationId;
    readonly discardedAt: Instant;
  };
}

export type ReleaseEvent = {
  [K in keyof ReleaseFactsByType]: { readonly type: K; readonly data: ReleaseFactsByType[K] };
}[keyof ReleaseFactsByType];

export type ReleaseCommand =
  | {
      readonly type: 'PrepareRelease';
      readonly data: {
        readonly releaseId: string;
        readonly title: Bilingual;
        readonly candidates: readonly ReleaseCandidate[];
        readonly actor: Actor;
        readonly now: Instant;
      };
    }
  /** candidates: the same contributions as they stand now. */
  | {
      readonly type: 'IssueRelease';
      readonly data: { readonly candidates: readonly ReleaseCandidate[]; readonly actor: Actor; readonly now: Instant };
    }
  | { readonly type: 'DiscardRelease'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly reason: CodedReason } };

export type ReleaseRejection =
  | { readonly code: 'release.not_found' }
  | { readonly code: 'release.already_prepared' }
  | { readonly code: 'release.empty' }
  | { readonly code: 'release.title_missing_language'; readonly missing: readonly string[] }
  | { readonly code: 'release.item_repeated'; readonly items: readonly string[] }
  | { readonly code: 'release.nothing_to_tell'; readonly items: readonly string[] }
  | { readonly code: 'release.decision_changed'; readonly items: readonly string[] }
  | { readonly code: 'release.preparer_cannot_release' }
  | { readonly code: 'release.already_issued' }
  | { readonly code: 'release.discarded' }
  | ReasonMissing;
