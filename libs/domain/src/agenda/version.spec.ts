import { describe, expect, it } from '@jest/globals';
import { noon } from '../../../../test/support/domain.ts';
import { contentOf } from './index.ts';
import {
  ada,
  addHeading,
  approve,
  approved,
  ben,
  given,
  heading,
  item,
  opened,
  propose,
  proposed,
  publish,
  ready,
  sendBack,
  stateAfter,
  title,
} from '../../../../test/support/agenda.ts';

describe('agenda version', () => {
  it('is proposed, once', () => {
    given(...ready)
      .when(propose())
      .then(proposed);
    given(...ready, proposed)
      .when(propose())
      .thenNothing();
  });
  it('is not proposed while another waits', () => {
    given(...ready, proposed)
      .when(propose(ben))
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
  it('needs an item', () => {
    given(opened).when(propose()).thenRejected({ code: 'agenda.no_item' });
  });
  it('accounts for every priority (BR-14)', () => {
    given(opened, heading, item)
      .when(propose())
      .thenRejected({ code: 'agenda.priority_unaccounted', themes: ['RISK'] });
  });
  it('holds the working agenda still', () => {
    given(...ready, proposed)
      .when(addHeading({ headingId: 'h2', theme: null }))
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
  it('is sent back with a remark and may then be changed', () => {
    given(...ready, proposed)
      .when(sendBack())
      .then({
        type: 'AgendaVersionReturned',
        data: { agendaId: 'a1', version: 1, remark: 'Please mend.', returnedBy: ben.accreditationId },
      });
    given(...ready, proposed)
      .when(sendBack(' '))
      .thenRejected({ code: 'reason.text_missing' });
    given(...ready)
      .when(sendBack())
      .thenRejected({ code: 'agenda.no_version_proposed' });
  });
  it('is approved by another, once', () => {
    given(...ready, proposed)
      .when(approve())
      .then(approved);
    given(...ready, proposed, approved)
      .when(approve())
      .thenNothing();
  });
  it('is not approved by who proposed it (BR-17)', () => {
    given(...ready, proposed)
      .when(approve(ada))
      .thenRejected({ code: 'agenda.proposer_cannot_approve' });
  });
  it('is not approved unread', () => {
    given(...ready, proposed)
      .when(approve(ben, 'other'))
      .thenRejected({ code: 'agenda.content_differs', proposed: 'hash of 1 with 1', seen: 'other' });
  });
  it('is not approved before it was proposed', () => {
    given(...ready)
      .when(approve())
      .thenRejected({ code: 'agenda.no_version_proposed' });
  });
  it('is published whole, with the hash that was approved', () => {
    const content = contentOf(stateAfter(...ready), 1);
    given(...ready, proposed, approved)
      .when(publish)
      .then({
        type: 'AgendaVersionPublished',
        data: { agendaId: 'a1', version: 1, contentHash: 'hash of 1 with 1', content, changeNote: title, publishedAt: noon },
      });
    expect(content.headings[0]?.items).toHaveLength(1);
  });
  it('is not published before it was approved or proposed', () => {
    given(...ready, proposed)
      .when(publish)
      .thenRejected({ code: 'agenda.publication_refused', causes: [{ cause: 'version_unapproved', version: 1 }] });
    given(...ready)
      .when(publish)
      .thenRejected({ code: 'agenda.no_version_proposed' });
  });
});
