import { give, reactingProcess, then } from './reacting.ts';

const link = (contributionId: string) => then({}, give('linkGuidanceResponse', { contributionId }));

/**
 * Counts a contribution as its Member's response to the request it answers: when it comes in time, or when it was late and is
 * admitted. One instance per contribution.
 */
export const guidanceResponses = reactingProcess({
  name: 'guidance-responses',
  version: 1,
  initialState: {},
  reactions: {
    TopicSubmitted: {
      of: ({ data }) => (data.late === true ? [] : [data.contributionId]),
      then: (_state, { data }) => link(data.contributionId),
    },
    PracticeSubmitted: {
      of: ({ data }) => (data.late === true ? [] : [data.contributionId]),
      then: (_state, { data }) => link(data.contributionId),
    },
    TopicLateAdmitted: { of: ({ data }) => [data.topicId], then: (_state, { data }) => link(data.topicId) },
    PracticeLateAdmitted: { of: ({ data }) => [data.practiceId], then: (_state, { data }) => link(data.practiceId) },
  },
});

/** Issues what a request that was carried over goes on as, when its officer was interrupted. One instance per request. */
export const guidanceContinuation = reactingProcess({
  name: 'guidance-continuation',
  version: 1,
  initialState: {},
  reactions: {
    GuidanceCarriedOver: {
      of: ({ data }) => [data.guidanceId],
      then: (state, { data: { guidanceId } }) => then(state, give('issueGuidanceSuccessor', { guidanceId })),
    },
  },
});
