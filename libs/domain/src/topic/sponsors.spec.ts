import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, editsDeadline, member, noon } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const late = at('2015-04-01T09:29:00.000Z');
const tooLate = at('2015-04-16T16:00:00.001Z');

describe('a sponsor', () => {
  const data = { actor: T.ugandan, now: noon, closesForEdits: editsDeadline };
  const join = (more: object = {}): TopicCommand => ({ type: 'JoinTopic', data: { ...data, ...more } });
  const leave = (more: object = {}): TopicCommand => ({ type: 'LeaveTopic', data: { ...data, ...more } });
  const left = (afterPublication: boolean): TopicEvent => ({
    type: 'TopicSponsorLeft',
    data: { topicId: 'c1', member: member('UG'), leftBy: T.ugandan.accreditationId, leftAt: noon, afterPublication },
  });
  const joinedAfter: TopicEvent = {
    type: 'TopicSponsorJoined',
    data: { topicId: 'c1', member: member('UG'), joinedBy: T.ugandan.accreditationId, joinedAt: noon, afterPublication: true },
  };

  tells('joins', [T.submitted], join(), [T.joined]);
  tells('joins once', [T.submitted, T.joined], join(), 'nothing');
  tells('that sent the topic need not join', [T.submitted], join({ actor: T.kenyan }), 'nothing');
  tells('is a Member', [T.submitted], join({ actor: T.ada }), { code: 'topic.not_found' });
  tells('joins at the close of changes', [T.submitted], join({ now: editsDeadline }), [
    { ...T.joined, data: { ...T.joined.data, joinedAt: editsDeadline } } as TopicEvent,
  ]);
  tells('does not join one millisecond later', [T.submitted], join({ now: tooLate }), {
    code: 'call.closed_for_edits',
    closedAt: editsDeadline,
    now: tooLate,
  });
  tells('that joins after publication is known to have', T.inPublic, join({ closesForEdits: null }), [joinedAfter]);
  tells('does not join what was withdrawn', [T.submitted, T.withdrawn], join(), {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'submitted',
  });
  tells('does not join what is closed', [...T.inPublic, T.discussed, T.closed], join(), {
    code: 'topic.wrong_stage',
    stage: 'closed',
    needed: 'submitted',
  });
  tells('leaves', [T.submitted, T.joined], leave(), [left(false)]);
  tells('leaves once', [T.submitted, T.joined, left(false)], leave(), 'nothing');
  tells('that left may join again', [T.submitted, T.joined, left(false)], join(), [T.joined]);
  tells('that never joined does not leave', [T.submitted], leave(), { code: 'topic.not_found' });
  tells('who speaks for no Member does not leave', [T.submitted, T.joined], leave({ actor: T.ada }), { code: 'topic.not_found' });
  tells('that leaves after publication is known to have', [...T.inPublic, joinedAfter], leave({ closesForEdits: null }), [left(true)]);
  tells('that stands alone withdraws instead', [T.submitted], leave({ actor: T.kenyan }), { code: 'topic.last_sponsor' });
  tells('does not leave after the close of changes', [T.submitted, T.joined], leave({ now: tooLate }), {
    code: 'call.closed_for_edits',
    closedAt: editsDeadline,
    now: tooLate,
  });
  tells(
    'judges nothing that it stands behind',
    [...T.underTriage, T.joined],
    { type: 'RecommendTopic', data: { actor: T.ugandan, recommendation: 'accept', reason: T.good } },
    { code: 'topic.sponsor_cannot_judge', member: 'UG' },
  );
});

describe('a late topic', () => {
  const admit = (reason = T.because): TopicCommand => ({ type: 'AdmitLateTopic', data: { actor: T.ada, now: late, reason } });
  const admitted: TopicEvent = {
    type: 'TopicLateAdmitted',
    data: { topicId: 'c1', reason: T.because, admittedBy: T.ada.accreditationId, admittedAt: late },
  };
  const rule = (ruling: 'on_agenda' | 'not_on_agenda' = 'on_agenda', reason = T.because): TopicCommand => ({
    type: 'RuleOnLateTopic',
    data: { actor: T.chair, now: late, ruling, reason },
  });
  const ruled = (ruling: 'on_agenda' | 'not_on_agenda'): TopicEvent => ({
    type: 'TopicLateRulingMade',
    data: { topicId: 'c1', ruling, reason: T.because, ruledBy: T.chair.accreditationId, ruledAt: late },
  });
  const place: TopicCommand = { type: 'ScheduleTopic', data: { agendaId: 'A', itemId: 'i1', now: noon, stands: true } };
  const judged = [T.acknowledged, T.classified, T.recommended, T.accepted, T.released('accepted')];

  tells(
    'is not acknowledged before it is admitted',
    [T.submittedLate],
    { type: 'AcknowledgeTopic', data: { now: noon } },
    { code: 'late.not_admitted' },
  );
  tells('is admitted with a reason', [T.submittedLate], admit(), [admitted]);
  tells('is admitted once', [T.submittedLate, admitted], admit(), 'nothing');
  tells('is not admitted again for another reason', [T.submittedLate, admitted], admit(T.good), { code: 'late.already_admitted' });
  tells('is not admitted without a text', [T.submittedLate], admit(T.silent), { code: 'reason.text_missing' });
  tells('that was withdrawn is not admitted', [T.submittedLate, T.withdrawn], admit(), {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'submitted',
  });
  tells('is late: what came in time needs no admission', [T.submitted], admit(), { code: 'late.not_late' });
  tells('is acknowledged once admitted', [T.submittedLate, admitted], { type: 'AcknowledgeTopic', data: { now: noon } }, [T.acknowledged]);
  tells('is ruled on by the Chair', [T.submittedLate, admitted], rule(), [ruled('on_agenda')]);
  tells('is ruled on once', [T.submittedLate, admitted, ruled('on_agenda')], rule(), 'nothing');
  tells('may be ruled on anew', [T.submittedLate, admitted, ruled('on_agenda')], rule('not_on_agenda'), [ruled('not_on_agenda')]);
  tells('is not ruled on before it is admitted', [T.submittedLate], rule(), { code: 'late.not_admitted' });
  tells('is not ruled on without a text', [T.submittedLate, admitted], rule('on_agenda', T.silent), { code: 'reason.text_missing' });
  tells('that was withdrawn is not ruled on', [T.submittedLate, admitted, T.withdrawn], rule(), {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'acknowledged',
  });
  tells('is late: what came in time is not ruled on', [T.submitted], rule(), { code: 'late.not_late' });
  tells('reaches no agenda without a ruling', [T.submittedLate, admitted, ...judged], place, { code: 'topic.late_without_ruling' });
  tells('reaches no agenda against the ruling', [T.submittedLate, admitted, ruled('not_on_agenda'), ...judged], place, {
    code: 'topic.late_without_ruling',
  });
  tells('reaches the agenda by the ruling', [T.submittedLate, admitted, ruled('on_agenda'), ...judged], place, [T.scheduled]);
  tells(
    'on the agenda is not ruled on any more',
    [T.submittedLate, admitted, ruled('on_agenda'), ...judged, T.scheduled],
    rule('not_on_agenda'),
    { code: 'topic.wrong_stage', stage: 'scheduled', needed: 'acknowledged' },
  );
});
