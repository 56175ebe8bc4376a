export type * from './session.events.ts';
export { sessionDecider, type SessionState } from './session.decide.ts';
