export type * from './topic.events.ts';
export type * from './topic.commands.ts';
export type * from './topic.rejections.ts';
export type { ClosedMerge, OpenMerge, Topic, TopicState } from './topic.state.ts';
export { topicDecider } from './topic.decide.ts';
export { checkPlaceable } from './agenda-following.decide.ts';
export { isOpenTarget } from './merge-target.decide.ts';
