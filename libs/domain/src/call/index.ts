export type * from './call.events.ts';
export { callDecider, windowOf, type CallState } from './call.decide.ts';
