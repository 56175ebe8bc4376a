export type * from './guidance.events.ts';
export { guidanceDecider, type GuidanceState } from './guidance.decide.ts';
