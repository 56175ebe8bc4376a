import { received, reopened, withDecision, withDuplicate, withEdition, withRelease, withThemes } from '../contribution/index.ts';
import type { PracticeEvent, PracticeFacts } from './practice.events.ts';
import type { Practice, PracticeState } from './practice.state.ts';

/** How each fact after the first changes a practice. */
type PracticeSteps = {
  readonly [T in Exclude<keyof PracticeFacts, 'PracticeSubmitted'>]: (state: Practice, data: PracticeFacts[T]) => Practice;
};

export const initialPractice: PracticeState = { milestone: 'none' };

const intakeSteps = {
  // The release itself says that it is late.
  PracticeReceivedLate: (state) => state,
  PracticeEnteredForMember: (state) => ({ ...state, entry: { status: 'unconfirmed' } }),
  PracticeEntryConfirmed: (state) => ({ ...state, entry: { status: 'confirmed' } }),
  PracticeEntryCorrected: (state, data) => ({ ...withEdition(state, data), entry: { status: 'corrected' } }),
  PracticeAmended: withEdition,
  PracticeWithdrawn: (state, { reason }) => ({ ...state, ended: 'withdrawn', withdrawal: reason, clarification: null }),
  PracticeWithdrawalRequested: (state, data) => ({ ...state, withdrawalRequest: data }),
  PracticeWithdrawalRefused: (state, data) => ({ ...state, withdrawalRequest: null, withdrawalRefused: data }),
  PracticeLateAdmitted: (state, data) => ({ ...state, late: { admitted: data, ruled: null } }),
} satisfies Partial<PracticeSteps>;

const triageSteps = {
  PracticeAcknowledged: (state) => ({ ...state, milestone: 'acknowledged' }),
  PracticeTriageStarted: (state) => ({ ...state, triageStarted: true }),
  PracticeCompletenessAssessed: (state, data) => ({ ...state, completeness: data }),
  PracticeClassified: (state, data) => ({ ...withThemes(state, data), classifiedBy: data.classifiedBy }),
  PracticeThemesContested: (state, data) => ({ ...state, contest: data }),
  PracticeFlaggedSensitive: (state, data) => ({ ...state, sensitive: data }),
  PracticeSensitiveFlagLifted: (state, data) => ({ ...state, sensitive: null, lifted: data }),
  PracticeClarificationRequested: (state, data) => ({ ...state, clarification: data }),
  PracticeClarificationAnswered: (state, data) => ({ ...state, clarification: null, lastAnswer: data }),
  PracticeClarificationLapsed: (state, { clarificationId }) => ({ ...state, clarification: null, lastLapsed: clarificationId }),
  PracticeDuplicateConfirmed: (state, data) => withDuplicate(state, data, 'confirmed'),
  PracticeDuplicateRuledOut: (state, data) => withDuplicate(state, data, 'ruled_out'),
  PracticeDuplicateRulingUndone: (state, data) => withDuplicate(state, data, 'undone'),
} satisfies Partial<PracticeSteps>;

const judgementSteps = {
  PracticeAccepted: (state, data) => withDecision(state, { ...data, outcome: 'accepted', toSession: null }),
  PracticeDeclined: (state, data) => withDecision(state, { ...data, outcome: 'declined', toSession: null }),
  PracticeDecisionReleased: withRelease,
  PracticeReconsidered: (state, data) => ({ ...reopened(state), reopening: data }),
  PracticeReviewRequested: (state, data) => ({ ...state, review: { ...data, ruled: null } }),
  PracticeReviewGranted: (state, data) => ({
    ...reopened(state),
    review: state.review === null ? null : { ...state.review, ruled: data },
  }),
  PracticeReviewRefused: (state, data) => ({ ...state, review: state.review === null ? null : { ...state.review, ruled: data } }),
  PracticePublished: (state) => ({ ...state, milestone: 'published' }),
} satisfies Partial<PracticeSteps>;

const steps: PracticeSteps = { ...intakeSteps, ...triageSteps, ...judgementSteps };

const step = <T extends keyof PracticeSteps>(state: Practice, event: PracticeEvent<T>): Practice => steps[event.type](state, event.data);

export const evolvePractice = (state: PracticeState, event: PracticeEvent): PracticeState => {
  if (event.type === 'PracticeSubmitted') return { ...received('practice', event.data), classifiedBy: null };
  return state.milestone === 'none' ? state : step(state, event);
};
