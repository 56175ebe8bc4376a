import { accept, reject } from '../kernel/index.ts';
import { atWrongStage, checkAdmitted, judgement, type Decided } from '../contribution/index.ts';
import type { PracticeCommands } from './practice.commands.ts';
import { recorded, type PracticeDecision, type PracticeDecisions } from './practice.deciding.ts';
import type { PracticeRejection } from './practice.rejections.ts';
import type { Practice } from './practice.state.ts';

/** The classification prepares the decision; nobody prepares and decides. */
const checkPrepared = ({ accreditationId }: PracticeCommands['AcceptPractice']['actor'], state: Practice): PracticeRejection | null => {
  if (state.classifiedBy === null) return atWrongStage(state, 'classified');
  return state.classifiedBy === accreditationId ? { code: 'practice.classifier_cannot_decide' } : checkAdmitted(state);
};

const outcome = (name: Decided['outcome'], wish: PracticeCommands['AcceptPractice'], state: Practice) =>
  judgement.decideOutcome<PracticeRejection>(name, { ...wish, toSession: null }, state, {
    ready: 'acknowledged',
    against: checkPrepared(wish.actor, state),
  });

/** Open to everybody in the compendium, once its Member was told that it was accepted. */
const publish = ({ now }: PracticeCommands['PublishPractice'], state: Practice): PracticeDecision => {
  if (state.milestone === 'published' && state.ended === null) return accept();
  if (state.ended !== null || state.milestone !== 'released') return reject(atWrongStage(state, 'released'));
  if (state.decided?.outcome !== 'accepted') return reject({ code: 'practice.not_accepted' });
  const { edition, contentHash, release } = state;
  return accept({ type: 'PracticePublished', data: { practiceId: release.contributionId, edition, contentHash, publishedAt: now } });
};

export const judgementDecisions = {
  AcceptPractice: (data, state) => recorded(state, outcome('accepted', data, state), (body) => ({ type: 'PracticeAccepted', data: body })),
  DeclinePractice: (data, state) => recorded(state, outcome('declined', data, state), (body) => ({ type: 'PracticeDeclined', data: body })),
  MarkPracticeDecisionReleased: (data, state) =>
    recorded(state, judgement.markDecisionReleased(data, state), (body) => ({ type: 'PracticeDecisionReleased', data: body })),
  ReconsiderPractice: (data, state) =>
    recorded(state, judgement.reconsider(data, state), (body) => ({ type: 'PracticeReconsidered', data: body })),
  RequestPracticeReview: (data, state) =>
    recorded(state, judgement.requestReview(data, state), (body) => ({ type: 'PracticeReviewRequested', data: body })),
  GrantPracticeReview: (data, state) =>
    recorded(state, judgement.ruleOnReview(data, state), (body) => ({ type: 'PracticeReviewGranted', data: body })),
  RefusePracticeReview: (data, state) =>
    recorded(state, judgement.ruleOnReview(data, state), (body) => ({ type: 'PracticeReviewRefused', data: body })),
  PublishPractice: publish,
} satisfies Partial<PracticeDecisions>;
