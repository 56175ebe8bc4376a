import type { AccreditationId, Actor, Instant, MemberCode } from '../kernel/index.ts';
import type { ContributionContent } from '../contribution/index.ts';

/** Outside the ledger: text that its Member has not released, readable by that Member alone. */
export interface SavedDraft {
  readonly draftId: string;
  readonly member: MemberCode;
  readonly kind: 'practice' | 'topic';
  readonly guidanceId: string;
  readonly callId: string;
  readonly content: ContributionContent;
  readonly draftedBy: AccreditationId;
  readonly savedAt: Instant;
}

export type DraftEvent =
  | { readonly type: 'DraftSaved'; readonly data: SavedDraft }
  | { readonly type: 'DraftDiscarded'; readonly data: { readonly draftId: string; readonly discardedAt: Instant } };

export type DraftCommand =
  | { readonly type: 'SaveDraft'; readonly data: SavedDraft }
  | { readonly type: 'DiscardDraft'; readonly data: { readonly now: Instant; readonly actor: Actor } };

export type DraftRejection =
  | { readonly code: 'draft.not_found' }
  | { readonly code: 'draft.discarded' }
  /** A draft keeps its Member, its kind and the request it answers. */
  | { readonly code: 'draft.identity_changed' }
  | { readonly code: 'draft.text_empty'; readonly field: 'title' | 'text' };
