import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { noon } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicCommands, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const stage = (is: string, needed: string) => ({ code: 'topic.wrong_stage', stage: is, needed }) as const;
const judge = (actor = T.ben, reason = T.good) => ({ actor, now: noon, reason });
const accept = (actor = T.ben, reason = T.good): TopicCommand => ({ type: 'AcceptTopic', data: judge(actor, reason) });
const decline = (actor = T.ben, reason = T.bad): TopicCommand => ({ type: 'DeclineTopic', data: judge(actor, reason) });

describe('a recommendation', () => {
  const recommend = (more: Partial<TopicCommands['RecommendTopic']> = {}): TopicCommand => ({
    type: 'RecommendTopic',
    data: { actor: T.ada, recommendation: 'accept', reason: T.good, ...more },
  });
  const said = (more: object): TopicEvent => ({ ...T.recommended, data: { ...T.recommended.data, ...more } }) as TopicEvent;
  tells('is made', T.underTriage, recommend(), [T.recommended]);
  tells('is made once', T.waiting, recommend(), 'nothing');
  tells('may be changed until it is decided', T.waiting, recommend({ actor: T.ben, recommendation: 'decline', reason: T.bad }), [
    said({ recommendation: 'decline', reason: T.bad, recommendedBy: T.ben.accreditationId }),
  ]);
  tells('to put off names the session', T.underTriage, recommend({ recommendation: 'defer' }), {
    code: 'topic.recommendation_incomplete',
    field: 'toSession',
  });
  tells('to put off to a session', T.underTriage, recommend({ recommendation: 'defer', toSession: 's' }), [
    said({ recommendation: 'defer', toSession: 's' }),
  ]);
  tells('to merge names the other topic', T.underTriage, recommend({ recommendation: 'merge' }), {
    code: 'topic.recommendation_incomplete',
    field: 'targetId',
  });
  tells('to merge into another topic', T.underTriage, recommend({ recommendation: 'merge', targetId: 'c2' }), [
    said({ recommendation: 'merge', targetId: 'c2' }),
  ]);
  tells('is not made before receipt', [T.submitted], recommend(), stage('submitted', 'acknowledged'));
  tells('is not made after the decision', [...T.waiting, T.accepted], recommend(), stage('decided', 'acknowledged'));
  tells('is not made of what was withdrawn', [...T.waiting, T.withdrawn], recommend(), stage('withdrawn', 'acknowledged'));
  tells('is not made by the Member itself', T.underTriage, recommend({ actor: T.kenyan }), {
    code: 'topic.sponsor_cannot_judge',
    member: 'KE',
  });
  tells('has a reason with a code', T.underTriage, recommend({ reason: { code: '', text: { en: 'x' } } }), {
    code: 'reason.unknown_code',
    reasonCode: '',
  });
  tells('has a text', T.underTriage, recommend({ recommendation: 'defer', toSession: 's', reason: T.silent }), {
    code: 'reason.text_missing',
  });
});

describe('a decision', () => {
  tells('accepts', T.waiting, accept(), [T.accepted]);
  tells('accepts once', [...T.waiting, T.accepted], accept(), 'nothing');
  tells('declines with a coded reason', T.waiting, decline(), [T.declined]);
  tells('declines once', [...T.waiting, T.declined], decline(), 'nothing');
  tells('is not taken by whoever recommended', T.waiting, accept(T.ada), { code: 'topic.recommender_cannot_decide' });
  tells(
    'is not taken by whoever recommended before another did',
    [...T.waiting, { ...T.recommended, data: { ...T.recommended.data, recommendedBy: T.ben.accreditationId } } as TopicEvent],
    accept(T.ada),
    { code: 'topic.recommender_cannot_decide' },
  );
  tells('is not taken by the Member itself', T.waiting, decline(T.kenyan), { code: 'topic.sponsor_cannot_judge', member: 'KE' });
  tells('is not taken by a joint sponsor', [...T.waiting, T.joined], decline(T.ugandan), {
    code: 'topic.sponsor_cannot_judge',
    member: 'UG',
  });
  tells('has a text', T.waiting, decline(T.ben, T.silent), { code: 'reason.text_missing' });
  tells('comes after the recommendation', T.underTriage, accept(), stage('acknowledged', 'recommended'));
  tells('is not turned round', [...T.waiting, T.accepted], decline(), stage('decided', 'recommended'));
  tells('is not repeated by another', [...T.waiting, T.accepted], accept(T.chair), stage('decided', 'recommended'));
  tells('is not taken of what a sponsor withdrew meanwhile', [...T.waiting, T.withdrawn], accept(), stage('withdrawn', 'recommended'));
});

describe('a deferral', () => {
  const defer = (more: object = {}): TopicCommand => ({
    type: 'DeferTopic',
    data: { ...judge(T.ben, T.bad), toSession: 'PTC-209-210', sessionAhead: true, ...more },
  });
  const carry = (sessionId = 'PTC-209-210'): TopicCommand => ({ type: 'CarryTopicOver', data: { sessionId, now: T.later } });
  const carried: TopicEvent = { type: 'TopicCarriedOver', data: { topicId: 'c1', sessionId: 'PTC-209-210', carriedAt: T.later } };
  const told = [...T.waiting, T.deferred, T.released('deferred')];
  tells('names the session', T.waiting, defer(), [T.deferred]);
  tells('is made once', [...T.waiting, T.deferred], defer({ sessionAhead: false }), 'nothing');
  tells('is not made to a session that is over', T.waiting, defer({ sessionAhead: false }), {
    code: 'topic.session_not_ahead',
    session: 'PTC-209-210',
  });
  tells('is made by another than who recommended', T.waiting, defer({ actor: T.ada }), { code: 'topic.recommender_cannot_decide' });
  tells('has a text', T.waiting, defer({ reason: T.silent }), { code: 'reason.text_missing' });
  tells('ends in the session it was made to', told, carry(), [carried]);
  tells('ends once', [...told, carried], carry(), 'nothing');
  tells('ends in no other session', told, carry('PTC-211-212'), { code: 'topic.not_deferred_to_session', session: 'PTC-211-212' });
  tells('ends after its Member was told', [...T.waiting, T.deferred], carry(), {
    code: 'topic.not_deferred_to_session',
    session: 'PTC-209-210',
  });
  tells('of what was withdrawn does not end', [...told, T.withdrawn], carry(), {
    code: 'topic.not_deferred_to_session',
    session: 'PTC-209-210',
  });
  tells(
    'ended is judged anew, also by whoever recommended before',
    [...told, carried],
    { type: 'RecommendTopic', data: { actor: T.ben, recommendation: 'accept', reason: T.good } },
    [{ ...T.recommended, data: { ...T.recommended.data, recommendedBy: T.ben.accreditationId } } as TopicEvent],
  );
});

describe('a release', () => {
  const mark = (more: Partial<TopicCommands['MarkTopicDecisionReleased']> = {}): TopicCommand => ({
    type: 'MarkTopicDecisionReleased',
    data: { releaseId: 'r1', outcome: 'accepted', decidedAt: noon, releasedAt: T.later, ...more },
  });
  const reopened: TopicEvent = {
    type: 'TopicReconsidered',
    data: {
      topicId: 'c1',
      reason: T.because,
      previousOutcome: 'accepted',
      previousDecidedAt: noon,
      reopenedBy: T.ben.accreditationId,
      reopenedAt: T.later,
    },
  };
  tells('tells the decision', [...T.waiting, T.accepted], mark(), [T.released('accepted')]);
  tells('tells it once', T.acceptedAndTold, mark(), 'nothing');
  tells('tells what was reopened meanwhile', [...T.waiting, T.accepted, reopened], mark(), [T.released('accepted')]);
  tells(
    'does not move what was reopened meanwhile',
    [...T.waiting, T.accepted, reopened, T.released('accepted')],
    accept(),
    stage('acknowledged', 'recommended'),
  );
  tells('tells nothing that was not decided', T.waiting, mark(), { code: 'release.no_such_decision', decidedAt: noon });
  tells('tells no other outcome', [...T.waiting, T.accepted], mark({ outcome: 'declined' }), {
    code: 'release.no_such_decision',
    decidedAt: noon,
  });
  tells('tells no other decision', [...T.waiting, T.accepted], mark({ decidedAt: T.later }), {
    code: 'release.no_such_decision',
    decidedAt: T.later,
  });
});

describe('a reconsideration', () => {
  const reconsider = (actor = T.ben, reason = T.because): TopicCommand => ({
    type: 'ReconsiderTopic',
    data: { actor, now: T.later, reason },
  });
  const reopened: TopicEvent = {
    type: 'TopicReconsidered',
    data: {
      topicId: 'c1',
      reason: T.because,
      previousOutcome: 'accepted',
      previousDecidedAt: noon,
      reopenedBy: T.ben.accreditationId,
      reopenedAt: T.later,
    },
  };
  tells('opens what was decided', [...T.waiting, T.accepted], reconsider(), [reopened]);
  tells('opens what was told', T.acceptedAndTold, reconsider(), [reopened]);
  tells('opens it once', [...T.acceptedAndTold, reopened], reconsider(), 'nothing');
  tells('opens nothing that was not decided', T.waiting, reconsider(), stage('recommended', 'decided'));
  tells(
    'for another reason has nothing left to open',
    [...T.acceptedAndTold, reopened],
    reconsider(T.ben, T.good),
    stage('acknowledged', 'decided'),
  );
  tells('does not open what stands on the agenda', T.onAgenda, reconsider(), stage('scheduled', 'decided'));
  tells('does not open what was withdrawn', [...T.acceptedAndTold, T.withdrawn], reconsider(), stage('withdrawn', 'decided'));
  tells('is not the Member’s own', T.acceptedAndTold, reconsider(T.kenyan), { code: 'topic.sponsor_cannot_judge', member: 'KE' });
  tells('has a text', T.acceptedAndTold, reconsider(T.ben, T.silent), { code: 'reason.text_missing' });
  tells(
    'lets whoever recommended before decide now',
    [
      ...T.acceptedAndTold,
      reopened,
      { ...T.recommended, data: { ...T.recommended.data, recommendedBy: T.ben.accreditationId } } as TopicEvent,
    ],
    accept(T.ada),
    [{ ...T.accepted, data: { ...T.accepted.data, decidedBy: T.ada.accreditationId } } as TopicEvent],
  );
});
