import { give, reactingProcess, then } from './reacting.ts';

/** Begins the life of each part of a topic that was divided. One instance per divided topic. */
export const topicDivision = reactingProcess({
  name: 'topic-division',
  version: 1,
  initialState: {},
  reactions: {
    TopicSplit: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId, parts } }) =>
        then(state, ...parts.map((part) => give('createTopicPart', { originId: topicId, partId: part.topicId }))),
    },
  },
});
