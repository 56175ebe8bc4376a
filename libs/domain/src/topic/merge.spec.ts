import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { editsDeadline, member, noon } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicCommands, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const stage = (is: string, needed: string) => ({ code: 'topic.wrong_stage', stage: is, needed }) as const;
const named = { topicId: 'c1', targetId: 'c2', mergeId: 'm1' };
const merging = { mergeId: 'm1', now: noon };

const proposed: TopicEvent = {
  type: 'TopicMergeProposed',
  data: { ...named, reason: T.because, asked: [member('KE'), member('GH')], proposedBy: T.ben.accreditationId, proposedAt: noon },
};
const consented = (of: 'KE' | 'GH'): TopicEvent => ({
  type: 'TopicMergeConsented',
  data: { ...named, member: member(of), consentedBy: (of === 'KE' ? T.kenyan : T.ghanaian).accreditationId, consentedAt: noon },
});
const refused: TopicEvent = {
  type: 'TopicMergeRefused',
  data: { ...named, member: member('GH'), reason: T.because, refusedBy: T.ghanaian.accreditationId, refusedAt: noon },
};
const proposalWithdrawn: TopicEvent = {
  type: 'TopicMergeProposalWithdrawn',
  data: { ...named, reason: T.because, withdrawnBy: T.ben.accreditationId, withdrawnAt: noon },
};
const reserved: TopicEvent = { type: 'TopicMergeReserved', data: { ...named, reservedAt: noon } };
const merged: TopicEvent = { type: 'TopicMergedInto', data: { ...named, mergedAt: noon } };
const released: TopicEvent = { type: 'TopicMergeReleased', data: { ...named, cause: 'merge.target_reserved', releasedAt: noon } };

const open = [...T.underTriage, proposed];
const agreed = [...open, consented('KE'), consented('GH')];
const held = [...agreed, reserved];
const gone = [...held, merged];

const source = { sourceId: 'c0', mergeId: 'm0', reference: 'GH-00000', contentHash: 'h', sponsors: [member('GH')], late: false };
const taken: TopicEvent = { type: 'TopicMergeAccepted', data: { topicId: 'c1', ...source, acceptedAt: noon } };

const target = { callId: 'call-1', open: true, standing: 'acknowledged', sponsors: [member('GH'), member('KE')] };
const propose = (more: Partial<TopicCommands['ProposeTopicMerge']> = {}): TopicCommand => ({
  type: 'ProposeTopicMerge',
  data: { actor: T.ben, now: noon, reason: T.because, mergeId: 'm1', targetId: 'c2', target, ...more },
});
const consent = (actor = T.kenyan, mergeId = 'm1'): TopicCommand => ({ type: 'ConsentToTopicMerge', data: { actor, now: noon, mergeId } });
const refuse = (actor = T.ghanaian, reason = T.because): TopicCommand => ({
  type: 'RefuseTopicMerge',
  data: { actor, now: noon, mergeId: 'm1', reason },
});
const withdrawProposal = (reason = T.because): TopicCommand => ({
  type: 'WithdrawTopicMergeProposal',
  data: { actor: T.ben, now: noon, mergeId: 'm1', reason },
});
const reserve: TopicCommand = { type: 'ReserveTopicMerge', data: merging };
const complete: TopicCommand = { type: 'CompleteTopicMerge', data: merging };
const release: TopicCommand = { type: 'ReleaseTopicMerge', data: { ...merging, cause: 'merge.target_reserved' } };
const withdraw: TopicCommand = { type: 'WithdrawTopic', data: { actor: T.kenyan, now: noon, reason: T.bad } };

describe('a merge', () => {
  tells('is proposed to every Member behind either topic', T.underTriage, propose(), [proposed]);
  tells('is proposed once', open, propose(), 'nothing');
  tells('is proposed one at a time', open, propose({ mergeId: 'm2' }), { code: 'merge.already_proposed', target: 'c2' });
  tells('goes into another topic', T.underTriage, propose({ targetId: 'c1' }), { code: 'merge.same_item' });
  tells('goes into a topic that is there', T.underTriage, propose({ target: null }), { code: 'merge.target_not_found', target: 'c2' });
  tells('stays within a call', T.underTriage, propose({ target: { ...target, callId: 'call-2' } }), {
    code: 'merge.other_conference',
    target: 'c2',
  });
  tells('goes into a topic that is open', T.underTriage, propose({ target: { ...target, open: false, standing: 'withdrawn' } }), {
    code: 'merge.target_not_open',
    target: 'c2',
    stage: 'withdrawn',
  });
  tells('has a reason', T.underTriage, propose({ reason: T.silent }), { code: 'reason.text_missing' });
  tells('is not proposed before receipt', [T.submitted], propose(), stage('submitted', 'acknowledged'));
  tells('is not proposed after the decision', [...T.waiting, T.accepted], propose(), stage('decided', 'acknowledged'));
  tells('is not proposed by a Member behind the topic', T.underTriage, propose({ actor: T.kenyan }), {
    code: 'topic.sponsor_cannot_judge',
    member: 'KE',
  });
  tells('is not proposed by whoever recommended it', T.waiting, propose({ actor: T.ada }), { code: 'topic.recommender_cannot_decide' });
  tells('is proposed by another than who recommended it', T.waiting, propose(), [proposed]);
  tells('of a topic that others were merged into is refused', [...T.underTriage, taken], propose(), { code: 'merge.has_sources' });
  tells(
    'while it is proposed holds up the decision',
    [...T.waiting, proposed],
    { type: 'AcceptTopic', data: { actor: T.ben, now: noon, reason: T.good } },
    { code: 'merge.proposal_open', target: 'c2' },
  );
  tells(
    'while it is proposed holds up the recommendation',
    open,
    { type: 'RecommendTopic', data: { actor: T.ada, recommendation: 'accept', reason: T.good } },
    { code: 'merge.proposal_open', target: 'c2' },
  );
  tells(
    'while it is proposed holds up a division',
    open,
    { type: 'SplitTopic', data: { actor: T.ada, now: noon, reason: T.because, parts: [] } },
    { code: 'merge.proposal_open', target: 'c2' },
  );
  tells(
    'into a topic holds up its division',
    [...T.underTriage, taken],
    { type: 'SplitTopic', data: { actor: T.ada, now: noon, reason: T.because, parts: [] } },
    { code: 'merge.has_sources' },
  );
});

describe('a merge is waiting for a clarification', () => {
  const asked: TopicEvent = {
    type: 'TopicClarificationRequested',
    data: {
      topicId: 'c1',
      clarificationId: 'q',
      questions: { en: '?' },
      dueAt: editsDeadline,
      requestedBy: T.ada.accreditationId,
      requestedAt: noon,
    },
  };
  tells('and not proposed meanwhile', [...T.underTriage, asked], propose(), { code: 'clarification.open' });
});

describe('consent', () => {
  tells('is given by each Member', open, consent(), [consented('KE')]);
  tells('is given once', [...open, consented('KE')], consent(), 'nothing');
  tells('is given by nobody who was not asked', open, consent(T.ugandan), { code: 'merge.not_asked' });
  tells('is given by Members', open, consent(T.ada), { code: 'merge.not_asked' });
  tells('to another proposal is refused', open, consent(T.kenyan, 'm9'), { code: 'merge.not_proposed' });
  tells('is given to what was proposed', T.underTriage, consent(), { code: 'merge.not_proposed' });
  tells('refused ends the proposal', open, refuse(), [refused]);
  tells('is refused once', [...open, refused], refuse(), 'nothing');
  tells('is refused with a text', open, refuse(T.ghanaian, T.silent), { code: 'reason.text_missing' });
  tells('is refused by nobody who was not asked', open, refuse(T.ugandan), { code: 'merge.not_asked' });
  tells('is refused by Members', open, refuse(T.ada), { code: 'merge.not_asked' });
  tells('is refused of what was proposed', T.underTriage, refuse(), { code: 'merge.not_proposed' });
  tells('is not taken back once the merge is under way', held, refuse(), { code: 'merge.reserved', target: 'c2' });
  tells('refused lets another merge be proposed', [...open, refused], propose({ mergeId: 'm2' }), [
    { ...proposed, data: { ...proposed.data, mergeId: 'm2' } },
  ]);
});

describe('a proposal', () => {
  tells('is withdrawn', open, withdrawProposal(), [proposalWithdrawn]);
  tells('is withdrawn once', [...open, proposalWithdrawn], withdrawProposal(), 'nothing');
  tells('is withdrawn with a text', open, withdrawProposal(T.silent), { code: 'reason.text_missing' });
  tells('that was not made is not withdrawn', T.underTriage, withdrawProposal(), { code: 'merge.not_proposed' });
  tells('under way is not withdrawn', held, withdrawProposal(), { code: 'merge.reserved', target: 'c2' });
  tells('falls when the topic is withdrawn', [...agreed, T.withdrawn], reserve, { code: 'merge.not_proposed' });
});

describe('a reservation', () => {
  tells('follows when all have consented', agreed, reserve, [reserved]);
  tells('is made once', held, reserve, 'nothing');
  tells('of what is merged is made', gone, reserve, 'nothing');
  tells('names who is missing', [...open, consented('GH')], reserve, { code: 'merge.consent_missing', members: ['KE'] });
  tells('of nothing is refused', T.underTriage, reserve, { code: 'merge.not_proposed' });
  tells('is not made by what others were merged into meanwhile', [...agreed, taken], reserve, { code: 'merge.has_sources' });
  tells('keeps the topic from being taken back', held, withdraw, { code: 'merge.reserved', target: 'c2' });
  tells(
    'keeps others from joining',
    held,
    { type: 'JoinTopic', data: { actor: T.ugandan, now: noon, closesForEdits: editsDeadline } },
    { code: 'merge.reserved', target: 'c2' },
  );
  tells(
    'keeps others from leaving',
    [...T.underTriage, T.joined, proposed, consented('KE'), consented('GH'), reserved],
    { type: 'LeaveTopic', data: { actor: T.ugandan, now: noon, closesForEdits: editsDeadline } },
    { code: 'merge.reserved', target: 'c2' },
  );
  tells('ends in the merge', held, complete, [merged]);
  tells('ends in it once', gone, complete, 'nothing');
  tells('is needed for it', agreed, complete, { code: 'merge.not_reserved' });
  tells('is needed for it at all', T.underTriage, complete, { code: 'merge.not_reserved' });
  tells('is released when the other topic does not take it', held, release, [released]);
  tells('is released once', [...held, released], release, 'nothing');
  tells('is not released after the merge', gone, release, { code: 'merge.not_proposed' });
  tells('that cannot be made ends the proposal', agreed, release, [released]);
});
