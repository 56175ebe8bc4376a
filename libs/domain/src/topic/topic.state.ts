import type { AccreditationId, MemberCode } from '../kernel/index.ts';
import type { Contribution } from '../contribution/index.ts';
import type { MergedSource, TopicFacts } from './topic.events.ts';

/** A merge that is under way from this topic into another. */
export interface OpenMerge {
  readonly mergeId: string;
  readonly targetId: string;
  readonly status: 'proposed' | 'reserved';
  readonly asked: readonly MemberCode[];
  readonly consented: readonly MemberCode[];
}

/** How a merge out of this topic ended, so that a repeated command finds its answer. */
export interface ClosedMerge {
  readonly mergeId: string;
  readonly targetId: string;
  readonly end: 'refused' | 'proposal_withdrawn' | 'released' | 'merged' | 'unmerged';
}

export interface Topic extends Contribution {
  readonly recommended: TopicFacts['TopicRecommended'] | null;
  /** Everybody who recommended since the topic was opened last: none of them decides. */
  readonly recommenders: readonly AccreditationId[];
  readonly merge: OpenMerge | null;
  readonly closedMerges: readonly ClosedMerge[];
  /** Topics that were merged into this one. */
  readonly sources: readonly MergedSource[];
  readonly droppedMerges: readonly string[];
  /** Ids of what it was divided into. */
  readonly parts: readonly string[];
  readonly carriedTo: readonly string[];
  readonly placed: { readonly agendaId: string; readonly itemId: string } | null;
}

export type TopicState = { readonly milestone: 'none' } | Topic;
