import { describe, it } from '@jest/globals';
import { at, noon, until } from '../../../../test/support/domain.ts';
import type { AgendaCommand, AgendaEvent } from './index.ts';
import { ada, addItem, chair, given, heading, item, opened, proposed, ready, reason, topic } from '../../../../test/support/agenda.ts';

const due = until('2015-05-16T21:59:00.000Z');
const schedule = (more: object = {}): AgendaCommand => ({
  type: 'ScheduleAgendaFreeze',
  data: { now: noon, daysBefore: 30, due, ...more },
});
const scheduled: AgendaEvent = { type: 'AgendaFreezeScheduled', data: { agendaId: 'a1', daysBefore: 30, due, dueAt: due.instant } };
const freeze = (more: object = {}): AgendaCommand => ({ type: 'FreezeAgenda', data: { actor: ada, now: noon, rule: 'by_hand', ...more } });
const frozen = (more: object = {}): AgendaEvent => ({
  type: 'AgendaFrozen',
  data: { agendaId: 'a1', rule: 'by_hand', frozenBy: ada.accreditationId, frozenAt: noon, ...more },
});
const closed: AgendaEvent = {
  type: 'AgendaClosed',
  data: { agendaId: 'a1', version: 1, carriedForward: [], closedBy: ada.accreditationId, closedAt: noon },
};

describe('freezing', () => {
  it('is scheduled, once, for a day ahead', () => {
    given(opened).when(schedule()).then(scheduled);
    given(opened, scheduled).when(schedule()).thenNothing();
    given(opened)
      .when(schedule({ due: null }))
      .thenRejected({ code: 'agenda.dates_not_fixed' });
    given(opened)
      .when(schedule({ now: due.instant }))
      .thenRejected({ code: 'agenda.moment_in_past', due: due.instant, now: due.instant });
    given(opened, frozen()).when(schedule()).thenRejected({ code: 'agenda.frozen', frozenAt: noon });
    given(opened, closed).when(schedule()).thenRejected({ code: 'agenda.closed' });
  });
  it('happens by hand at any time, once', () => {
    given(opened).when(freeze()).then(frozen());
    given(opened, frozen()).when(freeze()).thenNothing();
    given(opened, closed).when(freeze()).thenRejected({ code: 'agenda.closed' });
  });
  it('happens by itself at its moment, not a millisecond before, and not unscheduled', () => {
    const timer = { rule: 'days_before', now: due.instant };
    given(opened, scheduled)
      .when(freeze(timer))
      .then(frozen({ rule: 'days_before', frozenAt: due.instant }));
    const early = at('2015-05-16T21:58:59.999Z');
    given(opened, scheduled)
      .when(freeze({ ...timer, now: early }))
      .thenRejected({ code: 'agenda.freeze_not_due', due: due.instant, now: early });
    given(opened).when(freeze(timer)).thenRejected({ code: 'agenda.freeze_not_scheduled' });
  });
  it('ends with a reason, once', () => {
    const unfreeze = (more: object = {}): AgendaCommand => ({ type: 'UnfreezeAgenda', data: { actor: ada, now: noon, reason, ...more } });
    const unfrozen: AgendaEvent = {
      type: 'AgendaUnfrozen',
      data: { agendaId: 'a1', reason, unfrozenBy: ada.accreditationId, unfrozenAt: noon },
    };
    given(opened, frozen()).when(unfreeze()).then(unfrozen);
    given(opened, frozen(), unfrozen).when(unfreeze()).thenNothing();
    given(opened, frozen())
      .when(unfreeze({ reason: { code: 'mistake', text: { fr: ' ' } } }))
      .thenRejected({ code: 'reason.text_missing' });
    given(...ready, frozen(), proposed)
      .when(unfreeze())
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
});

describe('the late list', () => {
  const late = { ...topic, late: true };
  const list = (placed: typeof topic | null = late): AgendaCommand => ({
    type: 'ListLateAgendaTopic',
    data: { actor: ada, topic: placed },
  });
  const listed: AgendaEvent = {
    type: 'AgendaLateTopicListed',
    data: { agendaId: 'a1', topicId: 't1', topicReference: 'KE-00001', listedBy: ada.accreditationId },
  };
  const rule = (ruling: 'admitted' | 'refused', more: object = {}): AgendaCommand => ({
    type: 'RuleOnLateAgendaTopic',
    data: { actor: chair, now: noon, topicId: 't1', ruling, reason, ...more },
  });
  const ruled = (ruling: 'admitted' | 'refused'): AgendaEvent => ({
    type: 'AgendaLateTopicRuled',
    data: { agendaId: 'a1', topicId: 't1', ruling, reason, ruledBy: chair.accreditationId, ruledAt: noon },
  });
  it('takes what came late, once; what came in time only once the agenda is frozen', () => {
    given(opened).when(list()).then(listed);
    given(opened, listed).when(list()).thenNothing();
    given(opened).when(list(topic)).thenRejected({ code: 'agenda.topic_not_late', topic: 't1' });
    given(opened, frozen()).when(list(topic)).then(listed);
    given(opened).when(list(null)).thenRejected({ code: 'agenda.topic_not_found' });
    given(opened, closed).when(list()).thenRejected({ code: 'agenda.closed' });
  });
  it('is ruled on by the Chair, once, with a reason', () => {
    given(opened, listed).when(rule('admitted')).then(ruled('admitted'));
    given(opened, listed, ruled('admitted')).when(rule('admitted')).thenNothing();
    given(opened, listed, ruled('admitted'))
      .when(rule('refused'))
      .thenRejected({ code: 'agenda.late_topic_ruled', topic: 't1', ruling: 'admitted' });
    given(opened).when(rule('admitted')).thenRejected({ code: 'agenda.late_topic_unknown', topic: 't1' });
    given(opened, listed)
      .when(rule('admitted', { reason: { code: '', text: { en: 'x' } } }))
      .thenRejected({ code: 'reason.unknown_code', reasonCode: '' });
  });
  it('lets on the agenda what was admitted, and it stays late (BR-12)', () => {
    const added = { ...item, data: { ...item.data, list: 'late' } } as const;
    given(opened, heading, listed, ruled('admitted'))
      .when(addItem({ topic: late }))
      .then(added);
    given(opened, heading, listed, ruled('admitted'), frozen())
      .when(addItem({ topic: late }))
      .then(added);
    given(opened, heading)
      .when(addItem({ topic: { ...late, ruled: true } }))
      .then(added);
  });
  it('keeps off what was refused, not ruled on, or came after the freeze', () => {
    given(opened, heading)
      .when(addItem({ topic: late }))
      .thenRejected({ code: 'agenda.late_without_ruling', topic: 't1' });
    given(opened, heading, listed, ruled('refused'))
      .when(addItem({ topic: late }))
      .thenRejected({ code: 'agenda.late_without_ruling', topic: 't1' });
    given(opened, heading, frozen()).when(addItem()).thenRejected({ code: 'agenda.frozen', frozenAt: noon });
    given(opened, heading)
      .when(addItem({ topic: { ...topic, forInformation: true } }))
      .thenRejected({ code: 'agenda.for_information_only' });
  });
});
