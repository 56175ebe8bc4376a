import { describe, it } from '@jest/globals';
import { member, noon, who } from '../../../../test/support/domain.ts';
import type { AgendaCommand, AgendaEvent } from './index.ts';
import { given } from '../../../../test/support/agenda.ts';
import { end, past, kenya, burundi, circulated, say, said, dispose, disposed, justAfter } from '../../../../test/support/circulation.ts';

describe('a comment', () => {
  it('is made by a Member that was addressed, on what the version shows, once', () => {
    given(...past, circulated)
      .when(say())
      .then(said());
    given(...past, circulated, said())
      .when(say())
      .thenNothing();
    given(...past, circulated)
      .when(say({ actor: who('d', 'DE') }))
      .thenRejected({ code: 'agenda.not_addressed', member: member('DE') });
    given(...past, circulated)
      .when(say({ target: { kind: 'slot', id: 'i1' } }))
      .thenRejected({ code: 'agenda.comment_target_unknown', target: 'i1' });
    given(...past, circulated)
      .when(say({ text: {} }))
      .thenRejected({ code: 'agenda.comment_text_missing' });
  });
  it('comes until the last moment, not a millisecond later, and only after circulation', () => {
    given(...past, circulated)
      .when(say({ now: end.instant }))
      .then(said({ commentedAt: end.instant }));
    given(...past, circulated)
      .when(say({ now: justAfter }))
      .thenRejected({ code: 'agenda.comments_closed', until: end.instant, now: justAfter });
    given(...past)
      .when(say())
      .thenRejected({ code: 'agenda.comments_not_open' });
  });
  it('is an objection once for an item and Member (UJ-11); another Member may object too', () => {
    given(...past, circulated, said())
      .when(say({ commentId: 'm2' }))
      .thenRejected({ code: 'agenda.objection_exists', comment: 'm1' });
    given(...past, circulated, said())
      .when(say({ commentId: 'm2', kind: 'amend' }))
      .then(said({ commentId: 'm2', kind: 'amend' }));
    given(...past, circulated, said())
      .when(say({ commentId: 'm2', target: { kind: 'item', id: 'i2' } }))
      .then(said({ commentId: 'm2', target: { kind: 'item', id: 'i2' } }));
    given(...past, circulated, said())
      .when(say({ commentId: 'm2', actor: burundi }))
      .then(said({ commentId: 'm2', member: member('BI'), by: burundi.accreditationId }));
  });
  it('of an observer is heard apart and speaks for no Member (BR-20)', () => {
    const observer = who('o');
    const heard = said({ member: null, observer: true, by: observer.accreditationId });
    given(...past, circulated)
      .when(say({ actor: observer, observer: true }))
      .then(heard);
    given(...past, circulated, heard)
      .when({ type: 'CosignAgendaComment', data: { actor: kenya, now: noon, commentId: 'm1' } })
      .thenRejected({ code: 'agenda.observer_cannot_cosign' });
  });
  it('is taken back by who made it, once, before it was answered', () => {
    const withdraw = (actor = kenya): AgendaCommand => ({ type: 'WithdrawAgendaComment', data: { actor, now: noon, commentId: 'm1' } });
    const withdrawn: AgendaEvent = {
      type: 'AgendaCommentWithdrawn',
      data: { agendaId: 'a1', commentId: 'm1', withdrawnBy: kenya.accreditationId, withdrawnAt: noon },
    };
    given(...past, circulated, said())
      .when(withdraw())
      .then(withdrawn);
    given(...past, circulated, said(), withdrawn)
      .when(withdraw())
      .thenNothing();
    given(...past, circulated, said())
      .when(withdraw(burundi))
      .thenRejected({ code: 'agenda.comment_of_another', comment: 'm1' });
    given(...past, circulated, said(), disposed)
      .when(withdraw())
      .thenRejected({ code: 'agenda.comment_disposed', comment: 'm1' });
    given(...past, circulated)
      .when(withdraw())
      .thenRejected({ code: 'agenda.comment_unknown', comment: 'm1' });
  });
  it('is co-signed by other Members, each once, in time', () => {
    const cosign = (more: object = {}): AgendaCommand => ({
      type: 'CosignAgendaComment',
      data: { actor: burundi, now: noon, commentId: 'm1', ...more },
    });
    const cosigned: AgendaEvent = {
      type: 'AgendaCommentCosigned',
      data: { agendaId: 'a1', commentId: 'm1', member: member('BI'), by: burundi.accreditationId, cosignedAt: noon },
    };
    given(...past, circulated, said())
      .when(cosign())
      .then(cosigned);
    given(...past, circulated, said(), cosigned)
      .when(cosign())
      .thenNothing();
    given(...past, circulated, said())
      .when(cosign({ actor: kenya }))
      .thenNothing();
    given(...past, circulated, said())
      .when(cosign({ actor: who('d', 'DE') }))
      .thenRejected({ code: 'agenda.not_addressed', member: member('DE') });
    given(...past, circulated, said())
      .when(cosign({ now: justAfter }))
      .thenRejected({ code: 'agenda.comments_closed', until: end.instant, now: justAfter });
    given(...past, circulated, said(), disposed)
      .when(cosign())
      .thenRejected({ code: 'agenda.comment_disposed', comment: 'm1' });
  });
  it('is answered with a reason (BR-19); a better answer takes the place of the first', () => {
    given(...past, circulated, said())
      .when(dispose())
      .then(disposed);
    given(...past, circulated, said(), disposed)
      .when(dispose())
      .thenNothing();
    given(...past, circulated, said(), disposed)
      .when(dispose({ disposition: 'accepted' }))
      .then({ ...disposed, data: { ...disposed.data, disposition: 'accepted' } } as AgendaEvent);
    given(...past, circulated, said())
      .when(dispose({ reason: { fr: ' ' } }))
      .thenRejected({ code: 'reason.text_missing' });
    given(...past, circulated)
      .when(dispose())
      .thenRejected({ code: 'agenda.comment_unknown', comment: 'm1' });
  });
});
