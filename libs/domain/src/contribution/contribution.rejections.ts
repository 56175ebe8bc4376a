import type { Instant, ReasonMissing } from '../kernel/index.ts';
import type { EditsClosed, SubmissionRejection, ThemeRejection } from './contribution.values.ts';

/** A text is needed in at least one working language. */
export interface NoLanguage {
  readonly code: 'text.no_language';
  readonly field: string;
}

/** What a topic or a practice may be refused for, whatever procedure it runs on. */
export type ContributionRejection =
  | SubmissionRejection
  | ThemeRejection
  | ReasonMissing
  | EditsClosed
  | NoLanguage
  | { readonly code: 'topic.not_found' | 'practice.not_found' }
  | { readonly code: 'topic.wrong_stage' | 'practice.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'topic.sponsor_cannot_judge' | 'practice.sponsor_cannot_judge'; readonly member: string }
  | { readonly code: 'draft.text_empty'; readonly field: 'title' | 'text' }
  | { readonly code: 'withdrawal.only_on_request' }
  | { readonly code: 'withdrawal.not_requested' }
  | { readonly code: 'late.not_late' }
  | { readonly code: 'late.not_admitted' }
  | { readonly code: 'late.already_admitted' }
  | { readonly code: 'entry.received_in_future'; readonly receivedAt: Instant; readonly now: Instant }
  | { readonly code: 'entry.original_missing'; readonly channel: string }
  | { readonly code: 'entry.not_entered' }
  | { readonly code: 'entry.already_settled'; readonly status: string }
  | { readonly code: 'themes.not_classified' }
  | { readonly code: 'sensitive.not_flagged' }
  | { readonly code: 'clarification.already_open' }
  | { readonly code: 'clarification.none_open' }
  | { readonly code: 'clarification.open' }
  | { readonly code: 'clarification.due_in_past'; readonly dueAt: Instant; readonly now: Instant }
  | { readonly code: 'clarification.too_late'; readonly dueAt: Instant; readonly now: Instant }
  | { readonly code: 'clarification.not_due'; readonly dueAt: Instant; readonly now: Instant }
  | { readonly code: 'duplicate.same_item' }
  | { readonly code: 'duplicate.other_not_found'; readonly other: string }
  | { readonly code: 'duplicate.other_published'; readonly other: string }
  | { readonly code: 'duplicate.ruled_otherwise'; readonly other: string }
  | { readonly code: 'duplicate.not_ruled'; readonly other: string }
  | { readonly code: 'release.no_such_decision'; readonly decidedAt: Instant }
  | { readonly code: 'review.nothing_declined' }
  | { readonly code: 'review.too_late'; readonly until: Instant; readonly now: Instant }
  | { readonly code: 'review.already_ruled' }
  | { readonly code: 'review.not_requested' };
