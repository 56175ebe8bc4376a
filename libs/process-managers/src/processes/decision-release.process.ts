import { give, reactingProcess, then } from './reacting.ts';

const mark = (releaseId: string) => (item: { readonly category: 'topic' | 'practice'; readonly id: string }) =>
  item.category === 'topic'
    ? give('markTopicDecisionReleased', { topicId: item.id, releaseId })
    : give('markPracticeDecisionReleased', { practiceId: item.id, releaseId });

/** Puts on record in each contribution's own stream that its decision went out with a batch. One instance per batch. */
export const decisionRelease = reactingProcess({
  name: 'decision-release',
  version: 1,
  initialState: {},
  reactions: {
    ReleaseIssued: {
      of: ({ data }) => [data.releaseId],
      then: (state, { data: { releaseId, items } }) => then(state, ...items.map(mark(releaseId))),
    },
  },
});
