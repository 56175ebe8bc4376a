export type * from './decision.events.ts';
export { decisionDecider } from './decision.decide.ts';
