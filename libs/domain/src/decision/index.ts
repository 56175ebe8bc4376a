export type * from './decision.events.ts';
export type * from './decision.commands.ts';
export { decisionDecider } from './decision.decide.ts';
export { isAdopted, type DecisionState, type DecisionStatus } from './decision.state.ts';
