import { describe, it } from '@jest/globals';
import { at, noon, until } from '../../../../test/support/domain.ts';
import { contentOf, type AgendaCommand, type AgendaEvent } from './index.ts';
import {
  ada,
  approved,
  ben,
  given,
  hashOf,
  propose,
  proposed,
  publish,
  publishWith,
  ready,
  reason,
  stateAfter,
  title,
} from '../../../../test/support/agenda.ts';

const due = until('2015-04-20T07:00:00.000Z');
const english = { documentId: 'd1', work: 'PC0410', symbol: 'PC0410E1', language: 'en', contentHash: 'x' } as const;
const half: readonly AgendaEvent[] = [
  ...ready,
  { type: 'AgendaItemAnnotated', data: { agendaId: 'a1', itemId: 'i1', annotation: { en: 'Only English.' } } },
  { type: 'AgendaDocumentPinned', data: { agendaId: 'a1', itemId: 'i1', document: english } },
];
const waived: AgendaEvent = {
  type: 'AgendaParityWaived',
  data: { agendaId: 'a1', version: 1, language: 'fr', reason, waivedBy: ada.accreditationId },
};

describe('publication', () => {
  it('is refused with every cause at once (BR-16)', () => {
    given(...half, proposed)
      .when(publishWith({ unresolvedDuplicates: ['t1'] }))
      .thenRejected({
        code: 'agenda.publication_refused',
        causes: [
          { cause: 'version_unapproved', version: 1 },
          { cause: 'language_missing', language: 'fr', where: ['I - a', 'PC0410'] },
          { cause: 'duplicate_unresolved', topics: ['t1'] },
        ],
      });
  });
  it('is refused while a topic of it is gone', () => {
    given(...ready, proposed, approved)
      .when(publishWith({ goneTopics: ['t1'] }))
      .thenRejected({ code: 'agenda.publication_refused', causes: [{ cause: 'topic_gone', topics: ['t1'] }] });
  });
  it('goes out with a language missing when a named officer answers for it, and says so', () => {
    const waive: AgendaCommand = { type: 'WaiveAgendaParity', data: { actor: ada, language: 'fr', reason } };
    given(...half, proposed)
      .when(waive)
      .then(waived);
    given(...half, proposed, waived)
      .when(waive)
      .thenNothing();
    given(...half)
      .when(waive)
      .thenRejected({ code: 'agenda.no_version_proposed' });
    const content = contentOf(stateAfter(...half), 1);
    given(...half, proposed, approved, waived)
      .when(publish)
      .then({
        type: 'AgendaVersionPublished',
        data: {
          agendaId: 'a1',
          version: 1,
          contentHash: hashOf(content),
          content,
          changeNote: title,
          publishedAt: noon,
          parityWaivers: [{ language: 'fr', reason, waivedBy: ada.accreditationId }],
        },
      });
  });
  it('is refused for what is too large, when it is proposed; the limit itself is not', () => {
    given(...ready)
      .when(propose(ada, { sizeOf: () => 101 }))
      .thenRejected({ code: 'agenda.version_too_large', bytes: 101, limit: 100 });
    given(...ready)
      .when(propose(ada, { sizeOf: () => 100 }))
      .then(proposed);
  });
});

describe('the date of publication', () => {
  const schedule = (more: object = {}): AgendaCommand => ({
    type: 'ScheduleAgendaPublication',
    data: { actor: ada, now: noon, due, ...more },
  });
  const scheduled: AgendaEvent = {
    type: 'AgendaPublicationScheduled',
    data: { agendaId: 'a1', version: 1, due, dueAt: due.instant, scheduledBy: ada.accreditationId },
  };
  const unschedule: AgendaCommand = { type: 'UnscheduleAgendaPublication', data: { actor: ada, reason } };
  it('is set for an approved version, once, ahead', () => {
    given(...ready, proposed, approved)
      .when(schedule())
      .then(scheduled);
    given(...ready, proposed, approved, scheduled)
      .when(schedule())
      .thenNothing();
    given(...ready, proposed)
      .when(schedule())
      .thenRejected({ code: 'agenda.version_not_approved', version: 1 });
    given(...ready)
      .when(schedule())
      .thenRejected({ code: 'agenda.no_version_proposed' });
    given(...ready, proposed, approved)
      .when(schedule({ now: due.instant }))
      .thenRejected({ code: 'agenda.moment_in_past', due: due.instant, now: due.instant });
    given(...ready, proposed, approved, scheduled)
      .when(schedule({ due: until('2015-04-21T07:00:00.000Z') }))
      .thenRejected({ code: 'agenda.publication_scheduled', due: due.instant });
  });
  it('is taken back with a reason', () => {
    given(...ready, proposed, approved, scheduled)
      .when(unschedule)
      .then({
        type: 'AgendaPublicationUnscheduled',
        data: { agendaId: 'a1', version: 1, reason, unscheduledBy: ada.accreditationId },
      });
    given(...ready, proposed, approved)
      .when(unschedule)
      .thenRejected({ code: 'agenda.publication_not_scheduled' });
  });
});

describe('an embargo', () => {
  const embargo = (more: object = {}): AgendaCommand => ({
    type: 'EmbargoAgendaVersion',
    data: { actor: ben, now: noon, until: due, reason, ...more },
  });
  const embargoed: AgendaEvent = {
    type: 'AgendaVersionEmbargoed',
    data: { agendaId: 'a1', version: 1, until: due, reason, embargoedBy: ben.accreditationId },
  };
  it('is laid on the waiting version, once, ahead', () => {
    given(...ready, proposed)
      .when(embargo())
      .then(embargoed);
    given(...ready, proposed, embargoed)
      .when(embargo())
      .thenNothing();
    given(...ready)
      .when(embargo())
      .thenRejected({ code: 'agenda.no_version_proposed' });
    given(...ready, proposed)
      .when(embargo({ now: due.instant }))
      .thenRejected({ code: 'agenda.moment_in_past', due: due.instant, now: due.instant });
  });
  it('lets nobody publish a millisecond before its end, and everybody at its end', () => {
    const early = at('2015-04-20T06:59:59.999Z');
    given(...ready, proposed, approved, embargoed)
      .when(publishWith({ now: early }))
      .thenRejected({ code: 'agenda.under_embargo', until: due.instant, now: early });
    const content = contentOf(stateAfter(...ready), 1);
    given(...ready, proposed, approved, embargoed)
      .when(publishWith({ now: due.instant }))
      .then({
        type: 'AgendaVersionPublished',
        data: { agendaId: 'a1', version: 1, contentHash: hashOf(content), content, changeNote: title, publishedAt: due.instant },
      });
  });
  it('does not let a date be set inside it', () => {
    const earlier = until('2015-04-20T06:59:00.000Z');
    given(...ready, proposed, approved, embargoed)
      .when({ type: 'ScheduleAgendaPublication', data: { actor: ada, now: noon, due: earlier } })
      .thenRejected({ code: 'agenda.under_embargo', until: due.instant, now: earlier.instant });
  });
  it('is lifted with a reason', () => {
    const lift: AgendaCommand = { type: 'LiftAgendaEmbargo', data: { actor: ben, reason } };
    given(...ready, proposed, embargoed)
      .when(lift)
      .then({ type: 'AgendaEmbargoLifted', data: { agendaId: 'a1', version: 1, reason, liftedBy: ben.accreditationId } });
    given(...ready, proposed)
      .when(lift)
      .thenRejected({ code: 'agenda.no_embargo' });
  });
});
