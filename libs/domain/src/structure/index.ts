export type * from './structure.events.ts';
export { structureDecider } from './structure.decide.ts';
