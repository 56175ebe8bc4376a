import type { AttachedFile, Instant } from '../../../domain/src/index.ts';

/** One edition of a file; its hash stays when its bytes are gone. */
export interface AttachmentEditionView extends AttachedFile {
  readonly edition: number;
  readonly filedAt: Instant;
  /** For the Secretariat: who asked for the bytes to go, and why, while that is open. */
  readonly deletionRequested: {
    readonly reasonCode: string;
    readonly reason: string;
    readonly requestedBy: string;
    readonly requestedAt: Instant;
  } | null;
  readonly bytesDeletedAt: Instant | null;
}

export interface AttachmentView {
  readonly attachmentId: string;
  readonly object: string;
  readonly id: string;
  /** The Member whose file it is; null for the Secretariat's. */
  readonly member: string | null;
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
  readonly releasedTo: 'members' | 'public' | null;
  /** Newest first. */
  readonly editions: readonly AttachmentEditionView[];
  readonly revision: string;
}
