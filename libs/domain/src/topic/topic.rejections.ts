import type { ContributionRejection } from '../contribution/index.ts';

export type MergeRejection =
  | { readonly code: 'merge.same_item' }
  | { readonly code: 'merge.target_not_found'; readonly target: string }
  | { readonly code: 'merge.target_not_open'; readonly target: string; readonly stage: string }
  | { readonly code: 'merge.target_reserved'; readonly target: string }
  | { readonly code: 'merge.target_published'; readonly target: string }
  | { readonly code: 'merge.other_conference'; readonly target: string }
  | { readonly code: 'merge.has_sources' }
  | { readonly code: 'merge.already_proposed'; readonly target: string }
  | { readonly code: 'merge.proposal_open'; readonly target: string }
  | { readonly code: 'merge.not_proposed' }
  | { readonly code: 'merge.not_asked' }
  | { readonly code: 'merge.consent_missing'; readonly members: readonly string[] }
  | { readonly code: 'merge.reserved'; readonly target: string }
  | { readonly code: 'merge.not_reserved' }
  | { readonly code: 'merge.not_merged' }
  | { readonly code: 'merge.no_such_source' };

export type TopicRejection =
  | ContributionRejection
  | MergeRejection
  /** Four eyes: who recommended does not decide. */
  | { readonly code: 'topic.recommender_cannot_decide' }
  | { readonly code: 'topic.recommendation_incomplete'; readonly field: 'targetId' | 'toSession' }
  | { readonly code: 'topic.session_not_ahead'; readonly session: string }
  | { readonly code: 'topic.not_deferred_to_session'; readonly session: string }
  | { readonly code: 'topic.last_sponsor' }
  | { readonly code: 'topic.other_sponsors'; readonly members: readonly string[] }
  | { readonly code: 'topic.too_few_parts'; readonly parts: number }
  | { readonly code: 'topic.for_information_only' }
  | { readonly code: 'topic.late_without_ruling' }
  | { readonly code: 'topic.not_on_agenda'; readonly agenda: string }
  | { readonly code: 'topic.not_accepted' };
