export type * from './grouping.events.ts';
export { groupingDecider } from './grouping.decide.ts';
