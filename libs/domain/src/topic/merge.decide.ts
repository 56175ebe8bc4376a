import { accept, checkReasonGiven, reject } from '../kernel/index.ts';
import { checkNoClarification, checkNoSponsor, checkUnderTriage, sponsorsNow } from '../contribution/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import type { TopicDecision, TopicDecisions } from './topic.deciding.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { ClosedMerge, OpenMerge, Topic } from './topic.state.ts';

type Wish<T extends keyof TopicCommands> = TopicCommands[T];

const endOf = ({ closedMerges }: Topic, mergeId: string): ClosedMerge['end'] | null =>
  closedMerges.find((merge) => merge.mergeId === mergeId)?.end ?? null;

const openMerge = ({ merge }: Topic, mergeId: string): OpenMerge | null => (merge?.mergeId === mergeId ? merge : null);

const namedBy = ({ release }: Topic, { mergeId, targetId }: Pick<OpenMerge, 'mergeId' | 'targetId'>) => ({
  topicId: release.contributionId,
  targetId,
  mergeId,
});

const checkTarget = ({ targetId, target }: Wish<'ProposeTopicMerge'>, { release }: Topic): TopicRejection | null => {
  if (targetId === release.contributionId) return { code: 'merge.same_item' };
  if (target === null) return { code: 'merge.target_not_found', target: targetId };
  if (target.callId !== release.callId) return { code: 'merge.other_conference', target: targetId };
  return target.open ? null : { code: 'merge.target_not_open', target: targetId, stage: target.standing };
};

const checkSource = ({ actor }: Wish<'ProposeTopicMerge'>, state: Topic): TopicRejection | null => {
  const early = checkUnderTriage(state) ?? checkNoClarification(state) ?? checkNoSponsor(actor, state);
  if (early !== null) return early;
  if (state.merge !== null) return { code: 'merge.already_proposed', target: state.merge.targetId };
  if (state.sources.length > 0) return { code: 'merge.has_sources' };
  return state.recommenders.includes(actor.accreditationId) ? { code: 'topic.recommender_cannot_decide' } : null;
};

/** Asks the Members behind both topics; whoever recommended something does not propose (four eyes). */
const propose = (wish: Wish<'ProposeTopicMerge'>, state: Topic): TopicDecision => {
  const { actor, now, reason, mergeId, targetId, target } = wish;
  if (openMerge(state, mergeId)?.targetId === targetId) return accept();
  const wrong = checkSource(wish, state) ?? checkTarget(wish, state) ?? checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const asked = [...new Set([...sponsorsNow(state), ...(target?.sponsors ?? [])])];
  const proposed = { ...namedBy(state, { mergeId, targetId }), reason, asked };
  return accept({ type: 'TopicMergeProposed', data: { ...proposed, proposedBy: actor.accreditationId, proposedAt: now } });
};

/** Who was not asked is answered as if there were no such proposal. */
const checkAsked = (merge: OpenMerge | null, member: string | null): TopicRejection | null => {
  if (merge === null) return { code: 'merge.not_proposed' };
  return merge.asked.some((one) => one === member) ? null : { code: 'merge.not_asked' };
};

const consent = ({ actor, now, mergeId }: Wish<'ConsentToTopicMerge'>, state: Topic): TopicDecision => {
  const merge = openMerge(state, mergeId);
  const wrong = checkAsked(merge, actor.member);
  if (wrong !== null || merge === null || actor.member === null) return reject(wrong ?? { code: 'merge.not_asked' });
  if (merge.consented.includes(actor.member)) return accept();
  const consented = { ...namedBy(state, merge), member: actor.member, consentedBy: actor.accreditationId, consentedAt: now };
  return accept({ type: 'TopicMergeConsented', data: consented });
};

const refuse = ({ actor, now, mergeId, reason }: Wish<'RefuseTopicMerge'>, state: Topic): TopicDecision => {
  if (endOf(state, mergeId) === 'refused') return accept();
  const merge = openMerge(state, mergeId);
  const wrong = checkAsked(merge, actor.member);
  if (wrong !== null || merge === null || actor.member === null) return reject(wrong ?? { code: 'merge.not_asked' });
  if (merge.status === 'reserved') return reject({ code: 'merge.reserved', target: merge.targetId });
  const silent = checkReasonGiven(reason);
  if (silent !== null) return reject(silent);
  const refused = { ...namedBy(state, merge), member: actor.member, reason, refusedBy: actor.accreditationId, refusedAt: now };
  return accept({ type: 'TopicMergeRefused', data: refused });
};

const withdrawProposal = ({ actor, now, mergeId, reason }: Wish<'WithdrawTopicMergeProposal'>, state: Topic): TopicDecision => {
  if (endOf(state, mergeId) === 'proposal_withdrawn') return accept();
  const merge = openMerge(state, mergeId);
  if (merge === null) return reject({ code: 'merge.not_proposed' });
  if (merge.status === 'reserved') return reject({ code: 'merge.reserved', target: merge.targetId });
  const silent = checkReasonGiven(reason);
  if (silent !== null) return reject(silent);
  const withdrawn = { ...namedBy(state, merge), reason, withdrawnBy: actor.accreditationId, withdrawnAt: now };
  return accept({ type: 'TopicMergeProposalWithdrawn', data: withdrawn });
};

/** From here until the end of the reservation this topic accepts nothing and is not taken back. */
const reserve = ({ mergeId, now }: Wish<'ReserveTopicMerge'>, state: Topic): TopicDecision => {
  const merge = openMerge(state, mergeId);
  if (merge === null) return endOf(state, mergeId) === 'merged' ? accept() : reject({ code: 'merge.not_proposed' });
  if (merge.status === 'reserved') return accept();
  if (state.sources.length > 0) return reject({ code: 'merge.has_sources' });
  const missing = merge.asked.filter((member) => !merge.consented.includes(member));
  if (missing.length > 0) return reject({ code: 'merge.consent_missing', members: missing });
  return accept({ type: 'TopicMergeReserved', data: { ...namedBy(state, merge), reservedAt: now } });
};

const complete = ({ mergeId, now }: Wish<'CompleteTopicMerge'>, state: Topic): TopicDecision => {
  const merge = openMerge(state, mergeId);
  if (merge === null) return endOf(state, mergeId) === 'merged' ? accept() : reject({ code: 'merge.not_reserved' });
  if (merge.status !== 'reserved') return reject({ code: 'merge.not_reserved' });
  return accept({ type: 'TopicMergedInto', data: { ...namedBy(state, merge), mergedAt: now } });
};

/** Ends a reservation, or a proposal that cannot be reserved any more, because the other topic does not take it. */
const release = ({ mergeId, cause, now }: Wish<'ReleaseTopicMerge'>, state: Topic): TopicDecision => {
  const merge = openMerge(state, mergeId);
  if (merge === null) return endOf(state, mergeId) === 'released' ? accept() : reject({ code: 'merge.not_proposed' });
  return accept({ type: 'TopicMergeReleased', data: { ...namedBy(state, merge), cause, releasedAt: now } });
};

const unmerge = ({ actor, now, reason, targetPublished }: Wish<'UnmergeTopic'>, state: Topic): TopicDecision => {
  const last = state.closedMerges.at(-1);
  if (state.ended === null && last?.end === 'unmerged') return accept();
  if (state.ended !== 'merged' || last === undefined) return reject({ code: 'merge.not_merged' });
  if (targetPublished) return reject({ code: 'merge.target_published', target: last.targetId });
  const silent = checkReasonGiven(reason);
  if (silent !== null) return reject(silent);
  return accept({
    type: 'TopicUnmerged',
    data: { ...namedBy(state, last), reason, unmergedBy: actor.accreditationId, unmergedAt: now },
  });
};

export const mergeDecisions = {
  ProposeTopicMerge: propose,
  ConsentToTopicMerge: consent,
  RefuseTopicMerge: refuse,
  WithdrawTopicMergeProposal: withdrawProposal,
  ReserveTopicMerge: reserve,
  CompleteTopicMerge: complete,
  ReleaseTopicMerge: release,
  UnmergeTopic: unmerge,
} satisfies Partial<TopicDecisions>;
