import type { AccreditationId, AttachedFile, Instant, MemberCode } from '../kernel/index.ts';

/** What a file hangs on: category and id of an object. */
export interface AttachmentOwner {
  readonly object: 'topic' | 'practice' | 'guidance' | 'agenda' | 'decision' | 'action' | 'document' | 'translation' | 'project';
  readonly id: string;
}

export interface AttachmentFiling {
  readonly attachmentId: string;
  readonly owner: AttachmentOwner;
  /** The Member whose file it is; null for the Secretariat's. */
  readonly member: MemberCode | null;
  readonly edition: 1;
  readonly file: AttachedFile;
  readonly filedBy: AccreditationId;
  readonly filedAt: Instant;
}

interface OnEdition {
  readonly attachmentId: string;
  readonly edition: number;
  readonly sha256: string;
}

export type AttachmentEvent =
  | { readonly type: 'AttachmentFiled'; readonly data: AttachmentFiling }
  /** A newer edition; the earlier ones stay. */
  | {
      readonly type: 'AttachmentEditionFiled';
      readonly data: {
        readonly attachmentId: string;
        readonly edition: number;
        readonly file: AttachedFile;
        readonly filedBy: AccreditationId;
        readonly filedAt: Instant;
      };
    }
  /** It no longer belongs to its object; what was filed stays on record. */
  | {
      readonly type: 'AttachmentWithdrawn';
      readonly data: {
        readonly attachmentId: string;
        readonly reason: string;
        readonly withdrawnBy: AccreditationId;
        readonly withdrawnAt: Instant;
      };
    }
  /** A file of the Secretariat that others may read from now on. */
  | {
      readonly type: 'AttachmentReleased';
      readonly data: {
        readonly attachmentId: string;
        readonly to: 'members' | 'public';
        readonly releasedBy: AccreditationId;
        readonly releasedAt: Instant;
      };
    }
  | {
      readonly type: 'AttachmentDeletionRequested';
      readonly data: OnEdition & {
        readonly reasonCode: string;
        readonly reason: string;
        readonly requestedBy: AccreditationId;
        readonly requestedAt: Instant;
      };
    }
  | {
      readonly type: 'AttachmentDeletionRefused';
      readonly data: OnEdition & { readonly reason: string; readonly refusedBy: AccreditationId; readonly refusedAt: Instant };
    }
  /** Two persons have decided it: the bytes are gone, the hash stays (DESIGN §8). */
  | {
      readonly type: 'AttachmentBytesDeleted';
      readonly data: OnEdition & {
        readonly requestedBy: AccreditationId;
        readonly approvedBy: AccreditationId;
        readonly deletedAt: Instant;
      };
    };
