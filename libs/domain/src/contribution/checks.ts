import { reject, type Actor, type Decision } from '../kernel/index.ts';
import type { ContributionRejection } from './contribution.rejections.ts';
import { reached, sponsorsNow, type Contribution } from './contribution.state.ts';

type Refusal = ContributionRejection | null;

const wrongStageCode = { topic: 'topic.wrong_stage', practice: 'practice.wrong_stage' } as const;
const sponsorCode = { topic: 'topic.sponsor_cannot_judge', practice: 'practice.sponsor_cannot_judge' } as const;
const notFoundCode = { topic: 'topic.not_found', practice: 'practice.not_found' } as const;

/** Where it stands, in a word. */
export const standing = (state: Contribution): string => state.ended ?? state.milestone;

/** Where it stands as its Members may know: no judgement before its release (DESIGN §6). */
const standingTold = (state: Contribution): string => {
  if (state.ended !== null) return state.ended;
  return reached(state, 'recommended') && !reached(state, 'released') ? 'acknowledged' : state.milestone;
};

export const atWrongStage = (state: Contribution, needed: string): ContributionRejection => ({
  code: wrongStageCode[state.kind],
  stage: standing(state),
  needed,
});

/** The same, told to a Member. */
export const atWrongStageForMember = (state: Contribution, needed: string): ContributionRejection => ({
  code: wrongStageCode[state.kind],
  stage: standingTold(state),
  needed,
});

/** Received, and still in the procedure. */
export const checkAcknowledged = (state: Contribution): Refusal => {
  if (state.ended !== null) return atWrongStage(state, 'acknowledged');
  return reached(state, 'acknowledged') ? null : atWrongStage(state, 'acknowledged');
};

/** Acknowledged and not decided yet. */
export const checkUnderTriage = (state: Contribution): Refusal =>
  checkAcknowledged(state) ?? (reached(state, 'decided') ? atWrongStage(state, 'acknowledged') : null);

/** Nobody judges what his own Member stands behind. */
export const checkNoSponsor = ({ member }: Actor, state: Contribution): Refusal =>
  member !== null && sponsorsNow(state).includes(member) ? { code: sponsorCode[state.kind], member } : null;

/** Who does not stand behind a contribution is answered as if it were not there. */
export const checkSponsor = ({ member }: Actor, state: Contribution): Refusal =>
  member !== null && sponsorsNow(state).includes(member) ? null : { code: notFoundCode[state.kind] };

/** The Member that sent it, while it stands behind it. */
export const checkAuthor = (actor: Actor, state: Contribution): Refusal =>
  actor.member === state.release.member ? checkSponsor(actor, state) : { code: notFoundCode[state.kind] };

/** What late input may not do before it is admitted. */
export const checkAdmitted = ({ late }: Contribution): Refusal =>
  late !== null && late.admitted === null ? { code: 'late.not_admitted' } : null;

/** Nothing is judged while the Member was asked something. */
export const checkNoClarification = ({ clarification }: Contribution): Refusal =>
  clarification === null ? null : { code: 'clarification.open' };

/** The decision: refused for the first reason found, otherwise what is recorded. */
export const unless = <E>(wrong: Refusal, record: () => Decision<E, ContributionRejection>): Decision<E, ContributionRejection> =>
  wrong === null ? record() : reject(wrong);
