export type * from './practice.events.ts';
export type * from './practice.commands.ts';
export { practiceDecider } from './practice.decide.ts';
export type { PracticeStage, PracticeState } from './practice.state.ts';
