import type { AccreditationId, AttachedFile, Instant, MemberCode } from '../kernel/index.ts';
import type { AttachmentEvent, AttachmentOwner } from './attachment.events.ts';

export interface AttachmentEdition {
  readonly edition: number;
  readonly file: AttachedFile;
  /** Who asked for its bytes to be deleted, while that is open. */
  readonly deletionRequestedBy: AccreditationId | null;
  readonly bytesDeletedAt: Instant | null;
}

export type AttachmentState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'filed' | 'withdrawn';
      readonly attachmentId: string;
      readonly owner: AttachmentOwner;
      readonly member: MemberCode | null;
      /** Oldest first, 1, 2, 3 …; never empty. */
      readonly editions: readonly AttachmentEdition[];
      readonly releasedTo: 'members' | 'public' | null;
    };

const asEdition = (edition: number, file: AttachedFile): AttachmentEdition => ({
  edition,
  file,
  deletionRequestedBy: null,
  bytesDeletedAt: null,
});

type Existing = Exclude<AttachmentState, { status: 'unknown' }>;

const changeEdition = (state: Existing, edition: number, change: Partial<AttachmentEdition>): Existing => ({
  ...state,
  editions: state.editions.map((known) => (known.edition === edition ? { ...known, ...change } : known)),
});

export const evolveAttachment = (state: AttachmentState, event: AttachmentEvent): AttachmentState => {
  if (event.type === 'AttachmentFiled') {
    const { attachmentId, owner, member, file } = event.data;
    return { status: 'filed', attachmentId, owner, member, editions: [asEdition(1, file)], releasedTo: null };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'AttachmentEditionFiled':
      return { ...state, editions: [...state.editions, asEdition(event.data.edition, event.data.file)] };
    case 'AttachmentWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'AttachmentReleased':
      return { ...state, releasedTo: event.data.to };
    case 'AttachmentDeletionRequested':
      return changeEdition(state, event.data.edition, { deletionRequestedBy: event.data.requestedBy });
    case 'AttachmentDeletionRefused':
      return changeEdition(state, event.data.edition, { deletionRequestedBy: null });
    case 'AttachmentBytesDeleted':
      return changeEdition(state, event.data.edition, { deletionRequestedBy: null, bytesDeletedAt: event.data.deletedAt });
  }
};
