import { accept, isBlank, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { AttachmentCommand, AttachmentRejection } from './attachment.commands.ts';
import type { AttachmentEvent, AttachmentFiling } from './attachment.events.ts';
import { decideDeletion, eraseBytes } from './deletion.decide.ts';
import { evolveAttachment, type AttachmentState } from './attachment.state.ts';

type AttachmentDecision = Decision<AttachmentEvent, AttachmentRejection>;
type Existing = Exclude<AttachmentState, { status: 'unknown' }>;
type Data<T extends AttachmentCommand['type']> = Extract<AttachmentCommand, { type: T }>['data'];

const file = (data: AttachmentFiling, state: AttachmentState): AttachmentDecision => {
  if (state.status === 'unknown') return accept({ type: 'AttachmentFiled', data });
  const isSame = same(state.owner, data.owner) && same(state.editions[0]?.file, data.file);
  return isSame ? accept() : reject({ code: 'attachment.already_filed' });
};

const fileEdition = ({ actor, now, file: newer }: Data<'FileAttachmentEdition'>, state: Existing): AttachmentDecision => {
  const last = state.editions.at(-1);
  if (state.status === 'withdrawn') return reject({ code: 'attachment.withdrawn' });
  if (last?.file.receivedSha256 === newer.receivedSha256 && last.file.name === newer.name) return accept();
  return accept({
    type: 'AttachmentEditionFiled',
    data: {
      attachmentId: state.attachmentId,
      edition: state.editions.length + 1,
      file: newer,
      filedBy: actor.accreditationId,
      filedAt: now,
    },
  });
};

const withdraw = ({ actor, now, reason }: Data<'WithdrawAttachment'>, state: Existing): AttachmentDecision => {
  if (state.status === 'withdrawn') return accept();
  if (isBlank(reason)) return reject({ code: 'attachment.reason_missing' });
  const { attachmentId } = state;
  return accept({ type: 'AttachmentWithdrawn', data: { attachmentId, reason, withdrawnBy: actor.accreditationId, withdrawnAt: now } });
};

const release = ({ actor, now, to }: Data<'ReleaseAttachment'>, state: Existing): AttachmentDecision => {
  if (state.releasedTo === to || state.releasedTo === 'public') return accept();
  if (state.status === 'withdrawn') return reject({ code: 'attachment.withdrawn' });
  if (state.member !== null) return reject({ code: 'attachment.follows_its_object' });
  const { attachmentId } = state;
  return accept({ type: 'AttachmentReleased', data: { attachmentId, to, releasedBy: actor.accreditationId, releasedAt: now } });
};

export const attachmentDecider: Decider<AttachmentState, AttachmentCommand, AttachmentEvent, AttachmentRejection> = {
  category: 'attachment',
  initialState: { status: 'unknown' },
  evolve: evolveAttachment,
  decide: (command, state) => {
    if (command.type === 'FileAttachment') return file(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'attachment.not_found' });
    switch (command.type) {
      case 'FileAttachmentEdition':
        return fileEdition(command.data, state);
      case 'WithdrawAttachment':
        return withdraw(command.data, state);
      case 'ReleaseAttachment':
        return release(command.data, state);
      case 'EraseAttachmentBytes':
        return eraseBytes(command.data, state);
      case 'RequestAttachmentDeletion':
      case 'RefuseAttachmentDeletion':
      case 'ApproveAttachmentDeletion':
        return decideDeletion(command, state);
    }
  },
};
