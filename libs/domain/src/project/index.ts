export type * from './project.events.ts';
export type * from './project.commands.ts';
export { projectDecider } from './project.decide.ts';
export { registeredFacts, type ProjectState } from './project.state.ts';
