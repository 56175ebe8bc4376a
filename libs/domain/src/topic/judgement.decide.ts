import { accept, checkReasonGiven, reject, same, type Actor } from '../kernel/index.ts';
import {
  atWrongStage,
  checkAcknowledged,
  checkAdmitted,
  checkNoClarification,
  checkNoSponsor,
  judgement,
  reached,
  type Decided,
} from '../contribution/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import { recorded, type TopicDecision, type TopicDecisions } from './topic.deciding.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic } from './topic.state.ts';

const checkNoMerge = ({ merge }: Topic): TopicRejection | null =>
  merge === null ? null : { code: 'merge.proposal_open', target: merge.targetId };

const checkNamed = ({ recommendation, targetId, toSession }: TopicCommands['RecommendTopic']): TopicRejection | null => {
  if (recommendation === 'merge' && targetId === undefined) return { code: 'topic.recommendation_incomplete', field: 'targetId' };
  return recommendation === 'defer' && toSession === undefined ? { code: 'topic.recommendation_incomplete', field: 'toSession' } : null;
};

const checkRecommendable = (actor: Actor, state: Topic): TopicRejection | null =>
  checkAcknowledged(state) ??
  (reached(state, 'decided') ? atWrongStage(state, 'acknowledged') : null) ??
  checkAdmitted(state) ??
  checkNoClarification(state) ??
  checkNoMerge(state) ??
  checkNoSponsor(actor, state);

/** Recommends an outcome to whoever decides; until then another recommendation may take its place. */
const recommend = (wish: TopicCommands['RecommendTopic'], state: Topic): TopicDecision => {
  const { actor, ...named } = wish;
  const recommended = { topicId: state.release.contributionId, ...named, recommendedBy: actor.accreditationId };
  if (state.milestone === 'recommended' && state.ended === null && same(state.recommended, recommended)) return accept();
  const wrong = checkRecommendable(actor, state) ?? checkNamed(wish) ?? checkReasonGiven(wish.reason);
  return wrong === null ? accept({ type: 'TopicRecommended', data: recommended }) : reject(wrong);
};

const fourEyes = ({ accreditationId }: Actor, { recommenders }: Topic): TopicRejection | null =>
  recommenders.includes(accreditationId) ? { code: 'topic.recommender_cannot_decide' } : null;

const outcome = (name: Decided['outcome'], wish: TopicCommands['AcceptTopic'] & { readonly toSession: string | null }, state: Topic) =>
  judgement.decideOutcome<TopicRejection>(name, wish, state, {
    ready: 'recommended',
    against: checkNoMerge(state) ?? fourEyes(wish.actor, state),
  });

const defer = ({ sessionAhead, ...wish }: TopicCommands['DeferTopic'], state: Topic): TopicDecision => {
  const { toSession } = wish;
  if (state.decided === null && !sessionAhead) return reject({ code: 'topic.session_not_ahead', session: toSession });
  return recorded(state, outcome('deferred', wish, state), (body) => ({ type: 'TopicDeferred', data: { ...body, toSession } }));
};

/** What was put off comes back by itself in the session it was put off to (row B12). */
const carryOver = ({ sessionId, now }: TopicCommands['CarryTopicOver'], state: Topic): TopicDecision => {
  if (state.carriedTo.includes(sessionId)) return accept();
  const isDue = state.ended === null && state.milestone === 'released' && state.decided?.toSession === sessionId;
  if (!isDue) return reject({ code: 'topic.not_deferred_to_session', session: sessionId });
  return accept({ type: 'TopicCarriedOver', data: { topicId: state.release.contributionId, sessionId, carriedAt: now } });
};

export const judgementDecisions = {
  RecommendTopic: recommend,
  AcceptTopic: (data, state) =>
    recorded(state, outcome('accepted', { ...data, toSession: null }, state), (body) => ({ type: 'TopicAccepted', data: body })),
  DeclineTopic: (data, state) =>
    recorded(state, outcome('declined', { ...data, toSession: null }, state), (body) => ({ type: 'TopicDeclined', data: body })),
  DeferTopic: defer,
  MarkTopicDecisionReleased: (data, state) =>
    recorded(state, judgement.markDecisionReleased(data, state), (body) => ({ type: 'TopicDecisionReleased', data: body })),
  ReconsiderTopic: (data, state) =>
    recorded(state, judgement.reconsider(data, state), (body) => ({ type: 'TopicReconsidered', data: body })),
  RequestTopicReview: (data, state) =>
    recorded(state, judgement.requestReview(data, state), (body) => ({ type: 'TopicReviewRequested', data: body })),
  GrantTopicReview: (data, state) =>
    recorded(state, judgement.ruleOnReview(data, state), (body) => ({ type: 'TopicReviewGranted', data: body })),
  RefuseTopicReview: (data, state) =>
    recorded(state, judgement.ruleOnReview(data, state), (body) => ({ type: 'TopicReviewRefused', data: body })),
  CarryTopicOver: carryOver,
} satisfies Partial<TopicDecisions>;
