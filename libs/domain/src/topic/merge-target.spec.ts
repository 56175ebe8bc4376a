import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { editsDeadline, member, noon } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicCommands, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const stage = (is: string, needed: string) => ({ code: 'topic.wrong_stage', stage: is, needed }) as const;
const named = { topicId: 'c1', targetId: 'c2', mergeId: 'm1' };

const proposed: TopicEvent = {
  type: 'TopicMergeProposed',
  data: { ...named, reason: T.because, asked: [member('KE'), member('GH')], proposedBy: T.ben.accreditationId, proposedAt: noon },
};
const consented = (of: 'KE' | 'GH'): TopicEvent => ({
  type: 'TopicMergeConsented',
  data: { ...named, member: member(of), consentedBy: (of === 'KE' ? T.kenyan : T.ghanaian).accreditationId, consentedAt: noon },
});
const reserved: TopicEvent = { type: 'TopicMergeReserved', data: { ...named, reservedAt: noon } };
const merged: TopicEvent = { type: 'TopicMergedInto', data: { ...named, mergedAt: noon } };
const unmerged: TopicEvent = {
  type: 'TopicUnmerged',
  data: { ...named, reason: T.because, unmergedBy: T.ben.accreditationId, unmergedAt: noon },
};

const open = [...T.underTriage, proposed];
const agreed = [...open, consented('KE'), consented('GH')];
const held = [...agreed, reserved];
const gone = [...held, merged];

const source = { sourceId: 'c0', mergeId: 'm0', reference: 'GH-00000', contentHash: 'h', sponsors: [member('GH')], late: false };
const taken: TopicEvent = { type: 'TopicMergeAccepted', data: { topicId: 'c1', ...source, acceptedAt: noon } };
const dropped: TopicEvent = {
  type: 'TopicSourceDropped',
  data: { topicId: 'c1', sourceId: 'c0', mergeId: 'm0', members: [member('GH')], droppedAt: noon },
};

const target = { callId: 'call-1', open: true, standing: 'acknowledged', sponsors: [member('GH'), member('KE')] };
const propose = (more: Partial<TopicCommands['ProposeTopicMerge']> = {}): TopicCommand => ({
  type: 'ProposeTopicMerge',
  data: { actor: T.ben, now: noon, reason: T.because, mergeId: 'm1', targetId: 'c2', target, ...more },
});
const take = (sourceId = 'c0'): TopicCommand => ({ type: 'AcceptTopicMerge', data: { source: { ...source, sourceId }, now: noon } });
const unmerge = (targetPublished = false, reason = T.because): TopicCommand => ({
  type: 'UnmergeTopic',
  data: { actor: T.ben, now: noon, reason, targetPublished },
});
const drop: TopicCommand = { type: 'DropTopicSource', data: { mergeId: 'm0', now: noon } };
const withdraw: TopicCommand = { type: 'WithdrawTopic', data: { actor: T.kenyan, now: noon, reason: T.bad } };

describe('the target of a merge', () => {
  tells('takes the Members in', T.underTriage, take(), [taken]);
  tells('takes them in once', [...T.underTriage, taken], take(), 'nothing');
  tells('does not take in again what was taken out', [...T.underTriage, taken, dropped], take(), 'nothing');
  tells('takes in nothing of itself', T.underTriage, take('c1'), { code: 'merge.same_item' });
  tells('that would disappear itself takes nothing in', held, take(), { code: 'merge.target_reserved', target: 'c1' });
  tells('that is merged takes nothing in', gone, take(), { code: 'merge.target_not_open', target: 'c1', stage: 'merged' });
  tells('that was withdrawn takes nothing in', [T.submitted, T.withdrawn], take(), {
    code: 'merge.target_not_open',
    target: 'c1',
    stage: 'withdrawn',
  });
  tells('that is late and not admitted takes nothing in', [T.submittedLate], take(), {
    code: 'merge.target_not_open',
    target: 'c1',
    stage: 'submitted',
  });
  tells('that was declined takes nothing in', [...T.waiting, T.declined], take(), {
    code: 'merge.target_not_open',
    target: 'c1',
    stage: 'decided',
  });
  tells('that was accepted takes them in', [...T.waiting, T.accepted], take(), [taken]);
  tells('that is published takes nothing in', T.inPublic, take(), { code: 'merge.target_not_open', target: 'c1', stage: 'published' });
  tells('that is only proposed for a merge takes them in', agreed, take(), [taken]);
  tells(
    'is judged by none of them',
    [...T.underTriage, taken],
    { type: 'RecommendTopic', data: { actor: T.ghanaian, recommendation: 'accept', reason: T.good } },
    { code: 'topic.sponsor_cannot_judge', member: 'GH' },
  );
  tells('lets them go with their topic', [...T.underTriage, taken], drop, [dropped]);
  tells('lets them go once', [...T.underTriage, taken, dropped], drop, 'nothing');
  tells('lets nobody go that did not come', T.underTriage, drop, { code: 'merge.no_such_source' });
  tells('without them is its own Member’s again', [...T.underTriage, taken, dropped], withdraw, [T.withdrawn]);
  tells('with them is not its own Member’s to withdraw', [...T.underTriage, taken], withdraw, {
    code: 'topic.other_sponsors',
    members: ['GH'],
  });
  tells(
    'keeps who came another way too',
    [...T.underTriage, T.joined, { ...taken, data: { ...taken.data, sponsors: [member('UG')] } }, dropped],
    { type: 'JoinTopic', data: { actor: T.ugandan, now: noon, closesForEdits: editsDeadline } },
    'nothing',
  );
});

describe('what was merged', () => {
  tells('is taken out again', gone, unmerge(), [unmerged]);
  tells('is taken out once', [...gone, unmerged], unmerge(), 'nothing');
  tells('is taken out with a text', gone, unmerge(false, T.silent), { code: 'reason.text_missing' });
  tells('stays once the other topic is published', gone, unmerge(true), { code: 'merge.target_published', target: 'c2' });
  tells('was merged', held, unmerge(), { code: 'merge.not_merged' });
  tells('was merged at all', T.underTriage, unmerge(), { code: 'merge.not_merged' });
  tells(
    'is under triage again',
    [...gone, unmerged],
    { type: 'RecommendTopic', data: { actor: T.ada, recommendation: 'accept', reason: T.good } },
    [T.recommended],
  );
  tells('and taken out may be merged again', [...gone, unmerged], propose({ mergeId: 'm2' }), [
    { ...proposed, data: { ...proposed.data, mergeId: 'm2' } },
  ]);
  tells(
    'is not judged for itself',
    gone,
    { type: 'RecommendTopic', data: { actor: T.ada, recommendation: 'accept', reason: T.good } },
    stage('merged', 'acknowledged'),
  );
  tells('may be withdrawn: its Member leaves, the other topic stays', gone, withdraw, [T.withdrawn]);
  tells('and withdrawn is not taken out', [...gone, T.withdrawn], unmerge(), { code: 'merge.not_merged' });
});
