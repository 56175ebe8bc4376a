export type * from './person.events.ts';
export { personDecider, type PersonState } from './person.decide.ts';
