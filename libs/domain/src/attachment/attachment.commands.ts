import type { AccreditationId, Actor, AttachedFile, Instant } from '../kernel/index.ts';
import type { AttachmentFiling } from './attachment.events.ts';

interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
}

export type AttachmentCommand =
  | { readonly type: 'FileAttachment'; readonly data: AttachmentFiling }
  | { readonly type: 'FileAttachmentEdition'; readonly data: Acting & { readonly file: AttachedFile } }
  | { readonly type: 'WithdrawAttachment'; readonly data: Acting & { readonly reason: string } }
  | { readonly type: 'ReleaseAttachment'; readonly data: Acting & { readonly to: 'members' | 'public' } }
  | {
      readonly type: 'RequestAttachmentDeletion';
      readonly data: Acting & { readonly edition: number; readonly reasonCode: string; readonly reason: string };
    }
  | { readonly type: 'RefuseAttachmentDeletion'; readonly data: Acting & { readonly edition: number; readonly reason: string } }
  | { readonly type: 'ApproveAttachmentDeletion'; readonly data: Acting & { readonly edition: number } }
  /** Two persons have decided it of what the file hangs on: the bytes of all its editions go. */
  | {
      readonly type: 'EraseAttachmentBytes';
      readonly data: { readonly requestedBy: AccreditationId; readonly approvedBy: AccreditationId; readonly now: Instant };
    };

export type AttachmentRejection =
  | { readonly code: 'attachment.not_found' }
  | { readonly code: 'attachment.already_filed' }
  | { readonly code: 'attachment.withdrawn' }
  | { readonly code: 'attachment.reason_missing' }
  /** A file of a Member follows what it hangs on; only the Secretariat's own are released by themselves. */
  | { readonly code: 'attachment.follows_its_object' }
  | { readonly code: 'attachment.no_such_edition'; readonly edition: number }
  | { readonly code: 'attachment.deletion_not_requested'; readonly edition: number }
  | { readonly code: 'attachment.deletion_pending'; readonly edition: number }
  | { readonly code: 'attachment.bytes_deleted'; readonly edition: number }
  /** Two persons: whoever asked does not approve. */
  | { readonly code: 'attachment.requester_cannot_approve' };
