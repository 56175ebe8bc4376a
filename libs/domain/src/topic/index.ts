export type * from './topic.events.ts';
export type * from './topic.commands.ts';
export { topicDecider } from './topic.decide.ts';
export type { TopicStage, TopicState } from './topic.state.ts';
