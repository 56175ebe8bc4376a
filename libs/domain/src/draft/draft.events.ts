import type { AccreditationId, Actor, AttachedFile, Instant, MemberCode } from '../kernel/index.ts';
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
  | { readonly type: 'DraftDiscarded'; readonly data: { readonly draftId: string; readonly discardedAt: Instant } }
  | { readonly type: 'DraftFileAttached'; readonly data: DraftFile & { readonly draftId: string; readonly attachedAt: Instant } }
  | {
      readonly type: 'DraftFileDetached';
      readonly data: { readonly draftId: string; readonly attachmentId: string; readonly detachedAt: Instant };
    };

/** A file that hangs on a draft; it is filed under this id when the draft is released. */
export interface DraftFile {
  readonly attachmentId: string;
  readonly file: AttachedFile;
}

export type DraftCommand =
  | { readonly type: 'SaveDraft'; readonly data: SavedDraft }
  | { readonly type: 'DiscardDraft'; readonly data: { readonly now: Instant; readonly actor: Actor } }
  | { readonly type: 'AttachToDraft'; readonly data: DraftFile & { readonly now: Instant; readonly actor: Actor } }
  | {
      readonly type: 'DetachFromDraft';
      readonly data: { readonly attachmentId: string; readonly now: Instant; readonly actor: Actor };
    };

export type DraftRejection =
  | { readonly code: 'draft.not_found' }
  | { readonly code: 'draft.discarded' }
  /** A draft keeps its Member, its kind and the request it answers. */
  | { readonly code: 'draft.identity_changed' }
  /** One draft carries so many files and no more. */
  | { readonly code: 'draft.too_many_files'; readonly most: number }
  | { readonly code: 'draft.text_empty'; readonly field: 'title' | 'text' };
