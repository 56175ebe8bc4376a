export type * from './practice.events.ts';
export type * from './practice.commands.ts';
export type { PracticeRejection } from './practice.rejections.ts';
export type { Practice, PracticeState } from './practice.state.ts';
export { practiceDecider } from './practice.decide.ts';
