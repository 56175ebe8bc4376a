import { accept, isBlank, reject, type Decision } from '../kernel/index.ts';
import type { AttachmentCommand, AttachmentRejection } from './attachment.commands.ts';
import type { AttachmentEvent } from './attachment.events.ts';
import type { AttachmentEdition, AttachmentState } from './attachment.state.ts';

type AttachmentDecision = Decision<AttachmentEvent, AttachmentRejection>;
type Existing = Exclude<AttachmentState, { status: 'unknown' }>;
type DeletionCommand = Extract<
  AttachmentCommand,
  { type: 'RequestAttachmentDeletion' | 'RefuseAttachmentDeletion' | 'ApproveAttachmentDeletion' }
>;
type Data<T extends DeletionCommand['type']> = Extract<DeletionCommand, { type: T }>['data'];

interface Target {
  readonly attachmentId: string;
  readonly found: AttachmentEdition;
}

const onEdition = ({ attachmentId, found }: Target) => ({ attachmentId, edition: found.edition, sha256: found.file.sha256 });

const request = (data: Data<'RequestAttachmentDeletion'>, target: Target): AttachmentDecision => {
  const { actor, now, reasonCode, reason, edition } = data;
  const { deletionRequestedBy, bytesDeletedAt } = target.found;
  if (bytesDeletedAt !== null || deletionRequestedBy === actor.accreditationId) return accept();
  if (deletionRequestedBy !== null) return reject({ code: 'attachment.deletion_pending', edition });
  if (isBlank(reason)) return reject({ code: 'attachment.reason_missing' });
  return accept({
    type: 'AttachmentDeletionRequested',
    data: { ...onEdition(target), reasonCode, reason, requestedBy: actor.accreditationId, requestedAt: now },
  });
};

const refuse = ({ actor, now, reason, edition }: Data<'RefuseAttachmentDeletion'>, target: Target): AttachmentDecision => {
  const { deletionRequestedBy, bytesDeletedAt } = target.found;
  if (bytesDeletedAt !== null) return reject({ code: 'attachment.bytes_deleted', edition });
  if (deletionRequestedBy === null) return reject({ code: 'attachment.deletion_not_requested', edition });
  if (isBlank(reason)) return reject({ code: 'attachment.reason_missing' });
  return accept({
    type: 'AttachmentDeletionRefused',
    data: { ...onEdition(target), reason, refusedBy: actor.accreditationId, refusedAt: now },
  });
};

const approve = ({ actor, now, edition }: Data<'ApproveAttachmentDeletion'>, target: Target): AttachmentDecision => {
  const { deletionRequestedBy, bytesDeletedAt } = target.found;
  if (bytesDeletedAt !== null) return accept();
  if (deletionRequestedBy === null) return reject({ code: 'attachment.deletion_not_requested', edition });
  if (deletionRequestedBy === actor.accreditationId) return reject({ code: 'attachment.requester_cannot_approve' });
  return accept({
    type: 'AttachmentBytesDeleted',
    data: { ...onEdition(target), requestedBy: deletionRequestedBy, approvedBy: actor.accreditationId, deletedAt: now },
  });
};

/** Deletion of the bytes of one edition: asked for by one person, decided by another; the hash stays. */
export const decideDeletion = (command: DeletionCommand, { attachmentId, editions }: Existing): AttachmentDecision => {
  const { edition } = command.data;
  const found = editions.find((known) => known.edition === edition);
  if (found === undefined) return reject({ code: 'attachment.no_such_edition', edition });
  const target = { attachmentId, found };
  switch (command.type) {
    case 'RequestAttachmentDeletion':
      return request(command.data, target);
    case 'RefuseAttachmentDeletion':
      return refuse(command.data, target);
    case 'ApproveAttachmentDeletion':
      return approve(command.data, target);
  }
};

/** Deletion of the bytes of every edition, decided elsewhere by two persons. */
export const eraseBytes = (
  { requestedBy, approvedBy, now: deletedAt }: Extract<AttachmentCommand, { type: 'EraseAttachmentBytes' }>['data'],
  { attachmentId, editions }: Existing,
): AttachmentDecision => {
  const left = editions.filter(({ bytesDeletedAt }) => bytesDeletedAt === null);
  return accept(
    ...left.map((found): AttachmentEvent => {
      const data = { ...onEdition({ attachmentId, found }), requestedBy, approvedBy, deletedAt };
      return { type: 'AttachmentBytesDeleted', data };
    }),
  );
};
