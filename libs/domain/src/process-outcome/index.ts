export type * from './process-outcome.events.ts';
export { processOutcomeDecider, type ProcessOutcomeState } from './process-outcome.decide.ts';
