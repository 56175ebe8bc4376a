import type { TopicFacts } from './topic.events.ts';
import type { Topic } from './topic.state.ts';

/** How each fact after the first changes a topic. */
export type TopicSteps = {
  readonly [T in Exclude<keyof TopicFacts, 'TopicSubmitted'>]: (state: Topic, data: TopicFacts[T]) => Topic;
};
