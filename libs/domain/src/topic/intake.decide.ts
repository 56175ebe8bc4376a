import { accept, reject } from '../kernel/index.ts';
import { atWrongStageForMember, checkEditsOpen, checkSponsor, intake, reached, sponsorsNow } from '../contribution/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import { recorded, type TopicDecision, type TopicDecisions } from './topic.deciding.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic } from './topic.state.ts';

/** In the moment between a reservation and its end a topic is not taken back: the other one may have accepted it. */
const checkFree = ({ merge }: Topic): TopicRejection | null =>
  merge?.status === 'reserved' ? { code: 'merge.reserved', target: merge.targetId } : null;

/** Who stands behind a topic with others leaves it; the topic stays theirs. A merged one is nobody's but its own Members'. */
const checkAlone = (state: Topic, member: string | null): TopicRejection | null => {
  const others = sponsorsNow(state).filter((sponsor) => sponsor !== member);
  return others.length > 0 && state.ended === null ? { code: 'topic.other_sponsors', members: others } : null;
};

const withdraw = (data: TopicCommands['WithdrawTopic'], state: Topic): TopicDecision => {
  const decision = intake.withdraw(data, state);
  if (!decision.accepted || decision.events.length === 0)
    return recorded(state, decision, (body) => ({ type: 'TopicWithdrawn', data: body }));
  const wrong = checkFree(state) ?? checkAlone(state, data.actor.member);
  return wrong === null ? recorded(state, decision, (body) => ({ type: 'TopicWithdrawn', data: body })) : reject(wrong);
};

/** Before publication sponsors come and go until the second cut-off; afterwards each change says that it came after (row A5). */
const checkSponsorship = ({ now, closesForEdits }: TopicCommands['JoinTopic'], state: Topic): TopicRejection | null => {
  if (state.ended !== null || reached(state, 'closed')) return atWrongStageForMember(state, 'submitted');
  return reached(state, 'published') ? null : checkEditsOpen(now, closesForEdits);
};

const join = (data: TopicCommands['JoinTopic'], state: Topic): TopicDecision => {
  const { actor, now } = data;
  if (actor.member === null) return reject({ code: 'topic.not_found' });
  if (sponsorsNow(state).includes(actor.member)) return accept();
  const wrong = checkSponsorship(data, state) ?? checkFree(state);
  if (wrong !== null) return reject(wrong);
  const { contributionId: topicId } = state.release;
  const joined = { topicId, member: actor.member, joinedBy: actor.accreditationId, joinedAt: now };
  return accept({ type: 'TopicSponsorJoined', data: { ...joined, afterPublication: reached(state, 'published') } });
};

const leave = (data: TopicCommands['LeaveTopic'], state: Topic): TopicDecision => {
  const { actor, now } = data;
  const hasLeft = state.sponsors.some(({ member, until }) => member === actor.member && until !== null);
  const stranger = checkSponsor(actor, state);
  if (stranger !== null || actor.member === null) return hasLeft ? accept() : reject(stranger ?? { code: 'topic.not_found' });
  if (sponsorsNow(state).length === 1) return reject({ code: 'topic.last_sponsor' });
  const wrong = checkSponsorship(data, state) ?? checkFree(state);
  if (wrong !== null) return reject(wrong);
  const { contributionId: topicId } = state.release;
  const left = { topicId, member: actor.member, leftBy: actor.accreditationId, leftAt: now };
  return accept({ type: 'TopicSponsorLeft', data: { ...left, afterPublication: reached(state, 'published') } });
};

export const intakeDecisions = {
  ConfirmTopicEntry: (data, state) =>
    recorded(state, intake.confirmEntry(data, state), (body) => ({ type: 'TopicEntryConfirmed', data: body })),
  CorrectTopicEntry: (data, state) =>
    recorded(state, intake.correctEntry(data, state), (body) => ({ type: 'TopicEntryCorrected', data: body })),
  AmendTopic: (data, state) => recorded(state, intake.amend(data, state), (body) => ({ type: 'TopicAmended', data: body })),
  WithdrawTopic: withdraw,
  RequestTopicWithdrawal: (data, state) =>
    recorded(state, intake.requestWithdrawal(data, state), (body) => ({ type: 'TopicWithdrawalRequested', data: body })),
  GrantTopicWithdrawal: (data, state) =>
    recorded(state, intake.grantWithdrawal(data, state), (body) => ({ type: 'TopicWithdrawn', data: body })),
  RefuseTopicWithdrawal: (data, state) =>
    recorded(state, intake.refuseWithdrawal(data, state), (body) => ({ type: 'TopicWithdrawalRefused', data: body })),
  JoinTopic: join,
  LeaveTopic: leave,
  AdmitLateTopic: (data, state) => recorded(state, intake.admitLate(data, state), (body) => ({ type: 'TopicLateAdmitted', data: body })),
  RuleOnLateTopic: (data, state) =>
    recorded(state, intake.ruleOnLate(data, state), (body) => ({ type: 'TopicLateRulingMade', data: body })),
} satisfies Partial<TopicDecisions>;
