import { describe, expect, it } from '@jest/globals';
import { member, noon, until } from '../../../../test/support/domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from './index.ts';
import { ada, given, hashOf, propose, proposed, ready, reason, stateAfter, title } from '../../../../test/support/agenda.ts';
import { end, past, circulate, circulated, say, said, dispose, disposed, justAfter } from '../../../../test/support/circulation.ts';

describe('circulation', () => {
  it('goes to the Members of the day, in both languages, once for a version (BR-18)', () => {
    given(...past)
      .when(circulate())
      .then(circulated);
    given(...past, circulated)
      .when(circulate())
      .thenNothing();
    given(...past, circulated)
      .when(circulate({ circulationId: 'c2' }))
      .thenRejected({ code: 'agenda.already_circulated', version: 1 });
  });
  it('is refused with every cause at once (BR-16)', () => {
    given(...ready)
      .when(circulate({ content: null }))
      .thenRejected({ code: 'agenda.circulation_refused', causes: [{ cause: 'version_unapproved', version: 1 }] });
    given(...past)
      .when(circulate({ unresolvedDuplicates: ['t1'] }))
      .thenRejected({ code: 'agenda.circulation_refused', causes: [{ cause: 'duplicate_unresolved', topics: ['t1'] }] });
  });
  it('has somebody to go to, and leaves time for comments', () => {
    given(...past)
      .when(circulate({ addressees: [] }))
      .thenRejected({ code: 'agenda.no_addressee' });
    given(...past)
      .when(circulate({ commentsUntil: null }))
      .thenRejected({ code: 'agenda.comment_period_missing' });
    given(...past)
      .when(circulate({ earliestEnd: justAfter }))
      .thenRejected({ code: 'agenda.comment_period_too_short', earliest: justAfter, until: end.instant });
  });
  it('is supplemented for Members that acceded since, once', () => {
    const supplement: AgendaCommand = {
      type: 'SupplementAgendaCirculation',
      data: { now: noon, circulationId: 'c1', addressees: [member('BI'), member('KE'), member('PS')] },
    };
    const supplemented: AgendaEvent = {
      type: 'AgendaCirculationSupplemented',
      data: { agendaId: 'a1', circulationId: 'c1', addressees: [member('PS')], circulatedAt: noon },
    };
    given(...past, circulated)
      .when(supplement)
      .then(supplemented);
    given(...past, circulated, supplemented)
      .when(supplement)
      .thenNothing();
    given(...past)
      .when(supplement)
      .thenRejected({ code: 'agenda.circulation_unknown', circulation: 'c1' });
  });
  it('may be given more time, with a reason, once', () => {
    const later = until('2015-05-08T21:59:00.000Z');
    const extend = (more: object = {}): AgendaCommand => ({
      type: 'ExtendAgendaCommentPeriod',
      data: { actor: ada, now: noon, circulationId: 'c1', commentsUntil: later, reason, ...more },
    });
    const extended: AgendaEvent = {
      type: 'AgendaCommentPeriodExtended',
      data: { agendaId: 'a1', circulationId: 'c1', commentsUntil: later, reason, extendedBy: ada.accreditationId },
    };
    given(...past, circulated)
      .when(extend())
      .then(extended);
    given(...past, circulated, extended)
      .when(extend())
      .thenNothing();
    given(...past, circulated, extended)
      .when(extend({ commentsUntil: end }))
      .thenRejected({ code: 'agenda.comment_period_not_longer', until: later.instant });
    given(...past, circulated)
      .when(extend({ now: later.instant }))
      .thenRejected({ code: 'agenda.moment_in_past', due: later.instant, now: later.instant });
    given(...past, circulated, extended)
      .when(say({ now: justAfter }))
      .then(said({ commentedAt: justAfter }));
  });
});

describe('the final agenda', () => {
  const final = { final: true, now: justAfter };
  const proposedFinal = (version: number) =>
    ({
      ...proposed,
      data: {
        ...proposed.data,
        version,
        contentHash: hashOf(contentOf(stateAfter(...past), version, true)),
        proposedAt: justAfter,
        final: true,
      },
    }) as const;
  it('waits for the end of the comment period and for every answer (UJ-12)', () => {
    given(...past, circulated)
      .when(propose(ada, { ...final, now: end.instant }))
      .thenRejected({ code: 'agenda.comment_period_open', until: end.instant });
    given(...past, circulated, said())
      .when(propose(ada, final))
      .thenRejected({ code: 'agenda.comments_undisposed', comments: ['m1'] });
    given(...past, circulated, said(), disposed)
      .when(propose(ada, final))
      .then(proposedFinal(2));
  });
  it('is circulated to the registered too, and takes no comment any more', () => {
    const last = contentOf(stateAfter(...past), 2, true);
    const published: AgendaEvent = {
      type: 'AgendaVersionPublished',
      data: { agendaId: 'a1', version: 2, contentHash: hashOf(last), content: last, changeNote: title, publishedAt: noon },
    };
    const finished = [...past, circulated, said(), disposed, proposedFinal(2), published];
    given(...finished)
      .when(circulate({ circulationId: 'c2', content: last, commentsUntil: null }))
      .then({
        type: 'AgendaCirculated',
        data: {
          ...circulated.data,
          circulationId: 'c2',
          version: 2,
          contentHash: hashOf(last),
          final: true,
          registered: [ada.accreditationId],
          commentsUntil: null,
        },
      });
    given(...finished)
      .when(say({ commentId: 'm3' }))
      .thenRejected({ code: 'agenda.comments_not_open' });
    given(...finished)
      .when(dispose({ disposition: 'noted' }))
      .thenRejected({ code: 'agenda.already_final' });
    expect(stateAfter(...finished).versions.map((version) => version.final)).toStrictEqual([false, true]);
  });
});
