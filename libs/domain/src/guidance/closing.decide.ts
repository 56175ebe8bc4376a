import { accept, reject, same, saysNothing } from '../kernel/index.ts';
import { wrongStage, type Data, type GuidanceDecision } from './asking.decide.ts';
import { checkConcluded, checkLinked, isSummarised } from './concluding.decide.ts';
import type { GuidanceRejection } from './guidance.rejections.ts';
import { answeredMembers, waitingMembers, type IssuedGuidance } from './guidance.state.ts';
import type { ContributionFate } from './guidance.values.ts';

/** Contributions whose result has not gone back to their Member, as a refusal; or null. What is not among the fates has not. */
const checkReturned = (contributionIds: readonly string[], fates: readonly ContributionFate[]): GuidanceRejection | null => {
  const returned = fates.filter(({ returnedAt }) => returnedAt !== null).map(({ contributionId }) => contributionId);
  const contributions = contributionIds.filter((id) => !returned.includes(id));
  return contributions.length === 0 ? null : { code: 'guidance.result_not_returned', contributions };
};

export const partiallyClose = (
  { scope, contributionIds, fates, reason, actor, now }: Data<'PartiallyCloseGuidanceRequest'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const { report, request } = state;
  if (state.partialClosures.some((known) => same([known.scope, known.contributionIds], [scope, contributionIds]))) return accept();
  if (!isSummarised(state)) return wrongStage(state, 'consolidating');
  if (report === null) return reject({ code: 'guidance.not_reported', session: request.sessionId });
  if (saysNothing(scope)) return reject({ code: 'text.no_language' });
  if (contributionIds.length === 0) return reject({ code: 'guidance.scope_empty' });
  const wrong = checkLinked(contributionIds, state) ?? checkReturned(contributionIds, fates);
  if (wrong !== null) return reject(wrong);
  const { sessionId, evidence } = report;
  const { guidanceId } = request;
  return accept({
    type: 'GuidancePartiallyClosed',
    data: { guidanceId, scope, contributionIds, sessionId, evidence, reason, closedBy: actor.accreditationId, closedAt: now },
  });
};

/** What the closure policy still asks for, or null. */
const checkPolicy = (state: IssuedGuidance): GuidanceRejection | null => {
  const answered = answeredMembers(state).length;
  switch (state.policy.basis) {
    case 'min_responses': {
      const needed = state.policy.minimum;
      return answered >= needed ? null : { code: 'guidance.too_few_responses', needed, answered };
    }
    case 'all_addressees': {
      const members = waitingMembers(state);
      return members.length === 0 ? null : { code: 'guidance.addressees_waiting', members };
    }
    case 'secretariat_judgement':
      return null;
  }
};

/** Every contribution that answers the request, linked or only on record, has its result back. */
const checkAllReturned = (fates: readonly ContributionFate[], state: IssuedGuidance): GuidanceRejection | null =>
  checkReturned([...new Set([...state.responses, ...fates].map(({ contributionId }) => contributionId))], fates);

export const close = ({ fates, reason, actor, now }: Data<'CloseGuidanceRequest'>, state: IssuedGuidance): GuidanceDecision => {
  const { report, request, policy } = state;
  if (state.status === 'closed') return accept();
  if (!isSummarised(state)) return wrongStage(state, 'consolidating');
  if (report === null) return reject({ code: 'guidance.not_reported', session: request.sessionId });
  const wrong = checkConcluded(state, 'close', actor) ?? checkAllReturned(fates, state) ?? checkPolicy(state);
  if (wrong !== null) return reject(wrong);
  return accept({
    type: 'GuidanceRequestClosed',
    data: {
      guidanceId: request.guidanceId,
      sessionId: report.sessionId,
      evidence: report.evidence,
      basis: policy.basis,
      addressees: state.addressed?.members.length ?? 0,
      answered: answeredMembers(state).length,
      nilReturns: state.nilReturns.length,
      reason,
      closedBy: actor.accreditationId,
      closedAt: now,
    },
  });
};

/** An addressee confirms that the matter is settled for it. */
export const confirmClosure = ({ member, actor, now }: Data<'ConfirmGuidanceClosure'>, state: IssuedGuidance): GuidanceDecision => {
  if (state.confirmedBy.includes(member)) return accept();
  if (state.status !== 'closed' && state.status !== 'partially_closed') return wrongStage(state, 'closed');
  if (state.addressed?.members.includes(member) !== true) return reject({ code: 'guidance.not_addressee', member });
  const { guidanceId } = state.request;
  return accept({
    type: 'GuidanceClosureConfirmed',
    data: { guidanceId, member, confirmedBy: actor.accreditationId, confirmedAt: now },
  });
};
