import { describe, it } from '@jest/globals';
import { member, noon, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import type { AttachedFile } from '../kernel/index.ts';
import { attachmentDecider, type AttachmentCommand, type AttachmentEvent, type AttachmentFiling } from './index.ts';

const given = specFor(attachmentDecider);
const [ada, ben, kim] = [who('ada'), who('ben'), who('kim', 'KE')];
const file = (more: Partial<AttachedFile> = {}): AttachedFile => ({
  name: 'law.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 10,
  sha256: 'one',
  receivedSha256: 'one',
  metadata: 'kept',
  ...more,
});
const attachmentId = 'a1';
const filing: AttachmentFiling = {
  attachmentId,
  owner: { object: 'topic', id: 'c1' },
  member: member('KE'),
  edition: 1,
  file: file(),
  filedBy: kim.accreditationId,
  filedAt: noon,
};
const put = (more: Partial<AttachmentFiling> = {}): AttachmentCommand => ({ type: 'FileAttachment', data: { ...filing, ...more } });
const filed: AttachmentEvent = { type: 'AttachmentFiled', data: filing };
const ownFiled: AttachmentEvent = { type: 'AttachmentFiled', data: { ...filing, member: null } };
const second = file({ sha256: 'two', receivedSha256: 'two' });
const renew = (newer = second): AttachmentCommand => ({ type: 'FileAttachmentEdition', data: { actor: kim, now: noon, file: newer } });
const renewed: AttachmentEvent = {
  type: 'AttachmentEditionFiled',
  data: { attachmentId, edition: 2, file: second, filedBy: kim.accreditationId, filedAt: noon },
};
const withdraw = (reason = 'Wrong file.'): AttachmentCommand => ({ type: 'WithdrawAttachment', data: { actor: kim, now: noon, reason } });
const withdrawn: AttachmentEvent = {
  type: 'AttachmentWithdrawn',
  data: { attachmentId, reason: 'Wrong file.', withdrawnBy: kim.accreditationId, withdrawnAt: noon },
};
const release = (to: 'members' | 'public' = 'members'): AttachmentCommand => ({
  type: 'ReleaseAttachment',
  data: { actor: ada, now: noon, to },
});
const released = (to: 'members' | 'public'): AttachmentEvent => ({
  type: 'AttachmentReleased',
  data: { attachmentId, to, releasedBy: ada.accreditationId, releasedAt: noon },
});

describe('attachment', () => {
  it('is filed, once', () => {
    given().when(put()).then(filed);
    given(filed).when(put()).thenNothing();
    given(filed)
      .when(put({ file: second }))
      .thenRejected({ code: 'attachment.already_filed' });
    given(filed)
      .when(put({ owner: { object: 'topic', id: 'c2' } }))
      .thenRejected({ code: 'attachment.already_filed' });
  });
  it.each([renew(), withdraw(), release()])('that is not there takes nothing: %j', (command) => {
    given().when(command).thenRejected({ code: 'attachment.not_found' });
  });

  it('has editions, each once', () => {
    given(filed).when(renew()).then(renewed);
    given(filed, renewed).when(renew()).thenNothing();
    given(filed).when(renew(file())).thenNothing();
    const sameBytes = file({ name: 'other.pdf' });
    given(filed)
      .when(renew(sameBytes))
      .then({
        type: 'AttachmentEditionFiled',
        data: { attachmentId, edition: 2, file: sameBytes, filedBy: kim.accreditationId, filedAt: noon },
      });
  });

  it('is withdrawn with a reason, once, and takes no edition then', () => {
    given(filed).when(withdraw()).then(withdrawn);
    given(filed, withdrawn).when(withdraw()).thenNothing();
    given(filed).when(withdraw(' ')).thenRejected({ code: 'attachment.reason_missing' });
    given(filed, withdrawn).when(renew()).thenRejected({ code: 'attachment.withdrawn' });
    given(ownFiled, withdrawn).when(release()).thenRejected({ code: 'attachment.withdrawn' });
  });

  it('of the Secretariat is released to Members, then to all, each once', () => {
    given(ownFiled).when(release()).then(released('members'));
    given(ownFiled, released('members')).when(release()).thenNothing();
    given(ownFiled, released('members')).when(release('public')).then(released('public'));
    given(ownFiled, released('public')).when(release('members')).thenNothing();
  });
  it('of a Member follows what it hangs on', () => {
    given(filed).when(release()).thenRejected({ code: 'attachment.follows_its_object' });
  });
});

describe('deletion of bytes', () => {
  const reason = 'It names a private person.';
  const ask = (more: object = {}): AttachmentCommand => ({
    type: 'RequestAttachmentDeletion',
    data: { actor: ada, now: noon, edition: 1, reasonCode: 'personal_data', reason, ...more },
  });
  const asked: AttachmentEvent = {
    type: 'AttachmentDeletionRequested',
    data: {
      attachmentId,
      edition: 1,
      sha256: 'one',
      reasonCode: 'personal_data',
      reason,
      requestedBy: ada.accreditationId,
      requestedAt: noon,
    },
  };
  const approve = (actor = ben, edition = 1): AttachmentCommand => ({
    type: 'ApproveAttachmentDeletion',
    data: { actor, now: noon, edition },
  });
  const gone = {
    type: 'AttachmentBytesDeleted',
    data: {
      attachmentId,
      edition: 1,
      sha256: 'one',
      requestedBy: ada.accreditationId,
      approvedBy: ben.accreditationId,
      deletedAt: noon,
    },
  } as const satisfies AttachmentEvent;
  const refuse = (why = 'It is public.'): AttachmentCommand => ({
    type: 'RefuseAttachmentDeletion',
    data: { actor: ben, now: noon, edition: 1, reason: why },
  });
  const refused: AttachmentEvent = {
    type: 'AttachmentDeletionRefused',
    data: { attachmentId, edition: 1, sha256: 'one', reason: 'It is public.', refusedBy: ben.accreditationId, refusedAt: noon },
  };

  it('is asked for by one person, once, with a reason', () => {
    given(filed).when(ask()).then(asked);
    given(filed, asked).when(ask()).thenNothing();
    given(filed, asked)
      .when(ask({ actor: ben }))
      .thenRejected({ code: 'attachment.deletion_pending', edition: 1 });
    given(filed)
      .when(ask({ reason: '' }))
      .thenRejected({ code: 'attachment.reason_missing' });
  });
  it('is approved by another, once', () => {
    given(filed, asked).when(approve()).then(gone);
    given(filed, asked, gone).when(approve()).thenNothing();
    given(filed, asked).when(approve(ada)).thenRejected({ code: 'attachment.requester_cannot_approve' });
    given(filed).when(approve()).thenRejected({ code: 'attachment.deletion_not_requested', edition: 1 });
  });
  it('is of one edition that exists', () => {
    given(filed)
      .when(ask({ edition: 2 }))
      .thenRejected({ code: 'attachment.no_such_edition', edition: 2 });
    given(filed, renewed, asked).when(approve(ben, 2)).thenRejected({ code: 'attachment.deletion_not_requested', edition: 2 });
    given(filed, asked, gone).when(ask()).thenNothing();
  });
  it('is refused with a reason, and may be asked for anew', () => {
    given(filed, asked).when(refuse()).then(refused);
    given(filed, asked, refused).when(refuse()).thenRejected({ code: 'attachment.deletion_not_requested', edition: 1 });
    given(filed, asked).when(refuse(' ')).thenRejected({ code: 'attachment.reason_missing' });
    given(filed, asked, refused).when(ask()).then(asked);
    given(filed, asked, gone).when(refuse()).thenRejected({ code: 'attachment.bytes_deleted', edition: 1 });
  });
  it('of every edition follows from an erasure of what the file hangs on, once', () => {
    const erase: AttachmentCommand = {
      type: 'EraseAttachmentBytes',
      data: { requestedBy: ada.accreditationId, approvedBy: ben.accreditationId, now: noon },
    };
    const both: AttachmentEvent = { type: 'AttachmentBytesDeleted', data: { ...gone.data, edition: 2, sha256: 'two' } };
    given(filed, renewed).when(erase).then(gone, both);
    given(filed, renewed, asked, gone).when(erase).then(both);
    given(filed, renewed, gone, both).when(erase).thenNothing();
    given(filed, withdrawn).when(erase).then(gone);
    given().when(erase).thenRejected({ code: 'attachment.not_found' });
  });
});
