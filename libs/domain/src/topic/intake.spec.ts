import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, editsDeadline, facts, noon, release } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const late = at('2015-04-01T09:29:00.000Z');
const tooLate = at('2015-04-16T16:00:00.001Z');
const { themes } = facts();

const submit: TopicCommand = { type: 'SubmitTopic', data: { release: release(), facts: facts() } };

describe('a topic', () => {
  tells('is submitted', [], submit, [T.submitted]);
  tells('is submitted once', [T.submitted], submit, 'nothing');
  tells(
    'released again in another way is refused',
    [T.submitted],
    { ...submit, data: { release: release({ draftId: 'd2' }), facts: facts() } },
    { code: 'draft.already_released' },
  );
  tells(
    'against a rule is refused',
    [],
    { type: 'SubmitTopic', data: { release: release(), facts: facts({ actorRole: 'drafter' }) } },
    { code: 'draft.drafter_cannot_release' },
  );
  tells('that is not there is refused', [], { type: 'AcknowledgeTopic', data: { now: noon } }, { code: 'topic.not_found' });
  tells('after the deadline is stored as late', [], { type: 'SubmitTopic', data: { release: release(), facts: facts({ now: late }) } }, [
    T.submittedLate,
    T.receivedLate(),
  ]);
  tells('stored as late is submitted once', [T.submittedLate], submit, 'nothing');
});

describe('an amendment', () => {
  const data = { actor: T.kenyan, now: noon, content: T.otherContent, contentHash: 'hash2', closesForEdits: editsDeadline, themes };
  const amend = (more: Partial<typeof data> = {}): TopicCommand => ({ type: 'AmendTopic', data: { ...data, ...more } });
  const amended = (edition: number, now = noon): TopicEvent => ({
    type: 'TopicAmended',
    data: { topicId: 'c1', edition, content: T.otherContent, contentHash: 'hash2', amendedBy: T.kenyan.accreditationId, amendedAt: now },
  });
  tells('is the next edition', [T.submitted], amend(), [amended(2)]);
  tells(
    'of an amendment is the edition after',
    [T.submitted, { ...amended(2), data: { ...amended(2).data, contentHash: 'hash1' } } as TopicEvent],
    amend(),
    [amended(3)],
  );
  tells('with the same words is nothing', [T.submitted, amended(2)], amend(), 'nothing');
  tells('is in time at the close of changes', [T.submitted], amend({ now: editsDeadline }), [amended(2, editsDeadline)]);
  tells('is too late one millisecond after', [T.submitted], amend({ now: tooLate }), {
    code: 'call.closed_for_edits',
    closedAt: editsDeadline,
    now: tooLate,
  });
  tells('by another Member is answered as if there were nothing', [T.submitted], amend({ actor: T.ugandan }), { code: 'topic.not_found' });
  tells('by a joint sponsor is not for him to make', [T.submitted, T.joined], amend({ actor: T.ugandan }), { code: 'topic.not_found' });
  tells('says something', [T.submitted], amend({ content: { ...T.otherContent, title: ' ' } }), {
    code: 'draft.text_empty',
    field: 'title',
  });
  tells('keeps to the themes', [T.submitted], amend({ themes: [] }), { code: 'theme.unknown', themes: ['ORIGIN'] });
  tells('learns nothing of a judgement that was not released', [...T.waiting, T.declined], amend(), [amended(2)]);
  tells('after the decision was told is refused', [...T.waiting, T.declined, T.released('declined')], amend(), {
    code: 'topic.wrong_stage',
    stage: 'released',
    needed: 'acknowledged',
  });
  tells('of what was withdrawn is refused', [T.submitted, T.withdrawn], amend(), {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'acknowledged',
  });
  tells(
    'moves the themes that nobody confirmed',
    [T.submitted, amended(2), T.acknowledged],
    { type: 'ClassifyTopic', data: { primaryTheme: 'ORIGIN', secondaryThemes: [], themes } },
    [{ type: 'TopicClassified', data: { topicId: 'c1', primaryTheme: 'ORIGIN', secondaryThemes: [] } }],
  );
  tells(
    'leaves confirmed themes alone',
    [...T.underTriage, amended(2)],
    { type: 'ClassifyTopic', data: { primaryTheme: 'DISPUTES', secondaryThemes: [], themes } },
    'nothing',
  );
});

describe('a withdrawal', () => {
  const withdraw = (actor = T.kenyan, reason = T.bad): TopicCommand => ({ type: 'WithdrawTopic', data: { actor, now: noon, reason } });
  const request: TopicCommand = { type: 'RequestTopicWithdrawal', data: { actor: T.kenyan, now: noon, reason: T.bad } };
  const requested: TopicEvent = {
    type: 'TopicWithdrawalRequested',
    data: { topicId: 'c1', reason: T.bad, requestedBy: T.kenyan.accreditationId, requestedAt: noon },
  };
  const grant: TopicCommand = { type: 'GrantTopicWithdrawal', data: { actor: T.ada, now: T.later, reason: T.good } };
  const granted: TopicEvent = {
    type: 'TopicWithdrawn',
    data: { topicId: 'c1', reason: T.good, withdrawnBy: T.kenyan.accreditationId, withdrawnAt: T.later, grantedBy: T.ada.accreditationId },
  };
  const refuse: TopicCommand = { type: 'RefuseTopicWithdrawal', data: { actor: T.ada, now: T.later, reason: T.bad } };
  const refused: TopicEvent = {
    type: 'TopicWithdrawalRefused',
    data: { topicId: 'c1', reason: T.bad, refusedBy: T.ada.accreditationId, refusedAt: T.later },
  };

  tells('takes a topic back', [T.submitted], withdraw(), [T.withdrawn]);
  tells('is made once', [T.submitted, T.withdrawn], withdraw(), 'nothing');
  tells('for another reason afterwards is refused', [T.submitted, T.withdrawn], withdraw(T.kenyan, T.good), {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'submitted',
  });
  tells('needs a text', [T.submitted], withdraw(T.kenyan, T.silent), { code: 'reason.text_missing' });
  tells('by another Member is answered as if there were nothing', [T.submitted], withdraw(T.ugandan), { code: 'topic.not_found' });
  tells('learns nothing of a judgement that was not released', [...T.waiting, T.declined], withdraw(), [T.withdrawn]);
  tells('while others stand behind the topic is refused', [T.submitted, T.joined], withdraw(), {
    code: 'topic.other_sponsors',
    members: ['UG'],
  });
  tells('after publication is only asked for', T.inPublic, withdraw(), { code: 'withdrawal.only_on_request' });
  tells('before publication is not asked for', T.onAgenda, request, { code: 'topic.wrong_stage', stage: 'scheduled', needed: 'published' });
  tells('that was not released is not told by a request', [...T.waiting, T.accepted], request, {
    code: 'topic.wrong_stage',
    stage: 'acknowledged',
    needed: 'published',
  });
  tells('after publication is asked for', T.inPublic, request, [requested]);
  tells('is asked for once', [...T.inPublic, requested], request, 'nothing');
  tells(
    'is asked for with a text',
    T.inPublic,
    { ...request, data: { actor: T.kenyan, now: noon, reason: T.silent } },
    { code: 'reason.text_missing' },
  );
  tells(
    'is asked for by a sponsor',
    T.inPublic,
    { ...request, data: { actor: T.ugandan, now: noon, reason: T.bad } },
    { code: 'topic.not_found' },
  );
  tells('of what is closed is not asked for', [...T.inPublic, T.discussed, T.closed], request, {
    code: 'topic.wrong_stage',
    stage: 'closed',
    needed: 'published',
  });
  tells('is granted', [...T.inPublic, requested], grant, [granted]);
  tells('is granted once', [...T.inPublic, requested, granted], grant, 'nothing');
  tells('that nobody asked for is not granted', T.inPublic, grant, { code: 'withdrawal.not_requested' });
  tells(
    'is granted with a text',
    [...T.inPublic, requested],
    { ...grant, data: { actor: T.ada, now: noon, reason: T.silent } },
    { code: 'reason.text_missing' },
  );
  tells('is refused', [...T.inPublic, requested], refuse, [refused]);
  tells('is refused once', [...T.inPublic, requested, refused], refuse, 'nothing');
  tells('that nobody asked for is not refused', T.inPublic, refuse, { code: 'withdrawal.not_requested' });
  tells('once granted is not refused', [...T.inPublic, requested, granted], refuse, {
    code: 'topic.wrong_stage',
    stage: 'withdrawn',
    needed: 'published',
  });
  tells('may be asked for again', [...T.inPublic, requested, refused], request, [requested]);
});
