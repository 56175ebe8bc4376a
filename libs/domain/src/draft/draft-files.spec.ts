import { describe, it } from '@jest/globals';
import { member, noon, release, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { draftDecider, type DraftCommand, type DraftEvent } from './index.ts';

const given = specFor(draftDecider);
const draft = {
  draftId: 'd',
  member: member('KE'),
  kind: 'topic' as const,
  guidanceId: 'g',
  callId: 'c',
  content: release().content,
  draftedBy: who('kim').accreditationId,
  savedAt: noon,
};
const file = { name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: 'h', receivedSha256: 'h', metadata: 'kept' as const };
const saved: DraftEvent = { type: 'DraftSaved', data: draft };
const discarded: DraftEvent = { type: 'DraftDiscarded', data: { draftId: 'd', discardedAt: noon } };
const attached = (attachmentId = 'a'): DraftEvent => ({
  type: 'DraftFileAttached',
  data: { draftId: 'd', attachmentId, file, attachedAt: noon },
});
const attach = (attachmentId = 'a', of = 'KE'): DraftCommand => ({
  type: 'AttachToDraft',
  data: { attachmentId, file, now: noon, actor: who('kim', of) },
});
const detach = (attachmentId = 'a', of = 'KE'): DraftCommand => ({
  type: 'DetachFromDraft',
  data: { attachmentId, now: noon, actor: who('kim', of) },
});
const detached: DraftEvent = { type: 'DraftFileDetached', data: { draftId: 'd', attachmentId: 'a', detachedAt: noon } };

describe('a file of a draft', () => {
  it('is attached, once, and stays when the text is saved anew', () => {
    given(saved).when(attach()).then(attached());
    given(saved, attached()).when(attach()).thenNothing();
    given(saved, attached(), saved).when(attach()).thenNothing();
  });
  it('is detached, once', () => {
    given(saved, attached()).when(detach()).then(detached);
    given(saved, attached(), detached).when(detach()).thenNothing();
    given(saved, attached(), detached).when(attach()).then(attached());
  });
  it('is the twentieth at most', () => {
    const many = Array.from({ length: 19 }, (_none, nth) => attached(`f${nth}`));
    given(saved, ...many)
      .when(attach())
      .then(attached());
    given(saved, ...many, attached('last'))
      .when(attach())
      .thenRejected({ code: 'draft.too_many_files', most: 20 });
  });
  it('of another Member, or of no draft, is like one that never was', () => {
    given(saved).when(attach('a', 'UG')).thenRejected({ code: 'draft.not_found' });
    given(saved, attached()).when(detach('a', 'UG')).thenRejected({ code: 'draft.not_found' });
    given().when(attach()).thenRejected({ code: 'draft.not_found' });
  });
  it('comes too late once the draft is thrown away', () => {
    given(saved, discarded).when(attach()).thenRejected({ code: 'draft.discarded' });
  });
});
