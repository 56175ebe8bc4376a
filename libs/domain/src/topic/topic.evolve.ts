import { received, reopened, withDecision, withDuplicate, withEdition, withRelease, withThemes } from '../contribution/index.ts';
import { mergeSteps } from './merge.evolve.ts';
import type { TopicEvent, TopicFacts } from './topic.events.ts';
import type { Topic, TopicState } from './topic.state.ts';
import type { TopicSteps } from './topic.steps.ts';

export const initialTopic: TopicState = { milestone: 'none' };

const begin = (release: TopicFacts['TopicSubmitted']): Topic => ({
  ...received('topic', release),
  recommended: null,
  recommenders: [],
  merge: null,
  closedMerges: [],
  sources: [],
  droppedMerges: [],
  parts: [],
  carriedTo: [],
  placed: null,
});

/** Under triage again: whoever recommended before may decide now. */
const openAgain = (state: Topic): Topic => ({ ...reopened(state), recommended: null, recommenders: [] });

const intakeSteps = {
  // The release itself says that it is late.
  TopicReceivedLate: (state) => state,
  TopicEnteredForMember: (state) => ({ ...state, entry: { status: 'unconfirmed' } }),
  TopicEntryConfirmed: (state) => ({ ...state, entry: { status: 'confirmed' } }),
  TopicEntryCorrected: (state, data) => ({ ...withEdition(state, data), entry: { status: 'corrected' } }),
  TopicAmended: withEdition,
  TopicWithdrawn: (state, { reason }) => ({ ...state, ended: 'withdrawn', withdrawal: reason, merge: null, clarification: null }),
  TopicWithdrawalRequested: (state, data) => ({ ...state, withdrawalRequest: data }),
  TopicWithdrawalRefused: (state, data) => ({ ...state, withdrawalRequest: null, withdrawalRefused: data }),
  TopicSponsorJoined: (state, { member, joinedAt }) => ({
    ...state,
    sponsors: [...state.sponsors, { member, since: joinedAt, until: null, source: null }],
  }),
  TopicSponsorLeft: (state, { member, leftAt }) => ({
    ...state,
    sponsors: state.sponsors.map((one) => (one.member === member && one.until === null ? { ...one, until: leftAt } : one)),
  }),
  TopicLateAdmitted: (state, data) => ({ ...state, late: { admitted: data, ruled: state.late?.ruled ?? null } }),
  TopicLateRulingMade: (state, data) => ({ ...state, late: { admitted: state.late?.admitted ?? null, ruled: data } }),
} satisfies Partial<TopicSteps>;

const triageSteps = {
  TopicAcknowledged: (state) => ({ ...state, milestone: 'acknowledged' }),
  TopicTriageStarted: (state) => ({ ...state, triageStarted: true }),
  TopicCompletenessAssessed: (state, data) => ({ ...state, completeness: data }),
  TopicClassified: withThemes,
  TopicThemesContested: (state, data) => ({ ...state, contest: data }),
  TopicFlaggedSensitive: (state, data) => ({ ...state, sensitive: data }),
  TopicSensitiveFlagLifted: (state, data) => ({ ...state, sensitive: null, lifted: data }),
  TopicClarificationRequested: (state, data) => ({ ...state, clarification: data }),
  TopicClarificationAnswered: (state, data) => ({ ...state, clarification: null, lastAnswer: data }),
  TopicClarificationLapsed: (state, { clarificationId }) => ({ ...state, clarification: null, lastLapsed: clarificationId }),
  TopicDuplicateConfirmed: (state, data) => withDuplicate(state, data, 'confirmed'),
  TopicDuplicateRuledOut: (state, data) => withDuplicate(state, data, 'ruled_out'),
  TopicDuplicateRulingUndone: (state, data) => withDuplicate(state, data, 'undone'),
  TopicSplit: (state, { parts }) => ({ ...state, ended: 'split', parts: parts.map(({ topicId }) => topicId) }),
} satisfies Partial<TopicSteps>;

const judgementSteps = {
  TopicRecommended: (state, data) => ({
    ...state,
    milestone: 'recommended',
    recommended: data,
    recommenders: [...state.recommenders, data.recommendedBy],
  }),
  TopicAccepted: (state, data) => withDecision(state, { ...data, outcome: 'accepted', toSession: null }),
  TopicDeclined: (state, data) => withDecision(state, { ...data, outcome: 'declined', toSession: null }),
  TopicDeferred: (state, data) => withDecision(state, { ...data, outcome: 'deferred' }),
  TopicDecisionReleased: withRelease,
  TopicReconsidered: (state, data) => ({ ...openAgain(state), reopening: data }),
  TopicReviewRequested: (state, data) => ({ ...state, review: { ...data, ruled: null } }),
  TopicReviewGranted: (state, data) => ({
    ...openAgain(state),
    review: state.review === null ? null : { ...state.review, ruled: data },
  }),
  TopicReviewRefused: (state, data) => ({ ...state, review: state.review === null ? null : { ...state.review, ruled: data } }),
  TopicCarriedOver: (state, { sessionId }) => ({ ...openAgain(state), carriedTo: [...state.carriedTo, sessionId] }),
} satisfies Partial<TopicSteps>;

const agendaSteps = {
  TopicScheduled: (state, { agendaId, itemId }) => ({ ...state, milestone: 'scheduled', placed: { agendaId, itemId } }),
  TopicUnscheduled: (state) => ({ ...state, milestone: 'released', placed: null }),
  TopicPublished: (state) => ({ ...state, milestone: 'published' }),
  TopicDiscussed: (state) => ({ ...state, milestone: 'discussed' }),
  TopicClosed: (state) => ({ ...state, milestone: 'closed' }),
} satisfies Partial<TopicSteps>;

const steps: TopicSteps = { ...intakeSteps, ...triageSteps, ...mergeSteps, ...judgementSteps, ...agendaSteps };

const step = <T extends keyof TopicSteps>(state: Topic, event: TopicEvent<T>): Topic => steps[event.type](state, event.data);

export const evolveTopic = (state: TopicState, event: TopicEvent): TopicState => {
  if (event.type === 'TopicSubmitted') return begin(event.data);
  return state.milestone === 'none' ? state : step(state, event);
};
