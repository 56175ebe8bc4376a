export type * from './project.events.ts';
export { projectDecider } from './project.decide.ts';
