import {
  accept,
  checkReasonGiven,
  reject,
  same,
  type AccreditationId,
  type Decision,
  type Instant,
  type Rejection,
} from '../kernel/index.ts';
import { atWrongStage, atWrongStageForMember, checkNoClarification, checkNoSponsor, checkSponsor, unless } from './checks.ts';
import type { Judge, MarkDecisionReleased, RequestReview } from './contribution.commands.ts';
import type * as Recorded from './contribution.events.ts';
import type { ContributionRejection } from './contribution.rejections.ts';
import { checkText } from './contribution.rules.ts';
import { reached, type Contribution, type Decided as DecidedFact } from './contribution.state.ts';

type Decided<E> = Decision<E, ContributionRejection>;

/** A decision in the words of the event that stores it. */
export interface OutcomeRecorded {
  readonly reason: Judge['reason'];
  readonly decidedBy: AccreditationId;
  readonly decidedAt: Instant;
}

/**
 * Decides once: by nobody from a sponsoring Member, with a text, while the Member owes no answer.
 *
 * @param ready  the milestone that comes before a decision
 * @param against  what else stands against it, or null
 */
export const decideOutcome = <R extends Rejection>(
  outcome: Recorded.Outcome,
  { actor, now, reason, toSession }: Judge & { readonly toSession: string | null },
  state: Contribution,
  { ready, against }: { readonly ready: 'acknowledged' | 'recommended'; readonly against: R | null },
): Decision<OutcomeRecorded, ContributionRejection | R> => {
  const decidedBy = actor.accreditationId;
  const wish = { outcome, reason, decidedBy, toSession };
  if (state.decided !== null) {
    const { decidedAt: _at, ...known } = state.decided;
    return same(known, wish) ? accept() : reject(atWrongStage(state, ready));
  }
  if (state.ended !== null || !reached(state, ready)) return reject(atWrongStage(state, ready));
  const wrong = against ?? checkNoSponsor(actor, state) ?? checkNoClarification(state) ?? checkReasonGiven(reason);
  return wrong === null ? accept({ reason, decidedBy, decidedAt: now }) : reject(wrong);
};

const isMeant = ({ outcome, decidedAt }: MarkDecisionReleased, decided: DecidedFact | null): decided is DecidedFact =>
  decided?.outcome === outcome && decided.decidedAt === decidedAt;

/** Follows the release that named this decision; what was reopened meanwhile was told all the same. */
export const markDecisionReleased = (wish: MarkDecisionReleased, state: Contribution): Decided<Recorded.DecisionReleased> => {
  const { releaseId, outcome, decidedAt, releasedAt } = wish;
  if (state.releases.some((one) => one.releaseId === releaseId && one.decidedAt === decidedAt)) return accept();
  const told = [state.decided, ...state.earlier].find((decided) => isMeant(wish, decided));
  if (told === undefined) return reject({ code: 'release.no_such_decision', decidedAt });
  const session = told.toSession ?? null;
  return accept({ releaseId, outcome, decidedAt, releasedAt, ...(session === null ? {} : { toSession: session }) });
};

export const reconsider = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.Reconsidered> => {
  const { decided, reopening } = state;
  if (decided === null && reopening !== null && same(reopening.reason, reason)) return accept();
  if (decided === null || state.ended !== null || reached(state, 'scheduled')) return reject(atWrongStage(state, 'decided'));
  return unless(checkNoSponsor(actor, state) ?? checkReasonGiven(reason), () =>
    accept({
      reason,
      previousOutcome: decided.outcome,
      previousDecidedAt: decided.decidedAt,
      reopenedBy: actor.accreditationId,
      reopenedAt: now,
    }),
  );
};

const checkReviewable = ({ now, until, text }: RequestReview, state: Contribution): ContributionRejection | null => {
  if (state.ended !== null) return atWrongStageForMember(state, 'released');
  if (state.milestone !== 'released' || state.decided?.outcome !== 'declined') return { code: 'review.nothing_declined' };
  if (state.review !== null) return { code: 'review.already_ruled' };
  return now > until ? { code: 'review.too_late', until, now } : checkText(text, 'text');
};

/** The Member asks the Chair to look again at what was declined (BR-10), once for each decision. */
export const requestReview = (wish: RequestReview, state: Contribution): Decided<Recorded.ReviewRequested> => {
  const { actor, now, text } = wish;
  const stranger = checkSponsor(actor, state);
  if (stranger !== null || actor.member === null) return reject(stranger ?? { code: 'review.nothing_declined' });
  if (state.review?.ruled === null) return accept();
  const { member } = actor;
  return unless(checkReviewable(wish, state), () => accept({ text, member, requestedBy: actor.accreditationId, requestedAt: now }));
};

/** The Chair's answer: granted opens the contribution again, refused leaves the decision as it is. */
export const ruleOnReview = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.ReviewRuled> => {
  const { review } = state;
  if (review === null) return reject({ code: 'review.not_requested' });
  if (review.ruled !== null) return same(review.ruled.reason, reason) ? accept() : reject({ code: 'review.already_ruled' });
  return unless(checkNoSponsor(actor, state) ?? checkReasonGiven(reason), () =>
    accept({ reason, ruledBy: actor.accreditationId, ruledAt: now }),
  );
};
