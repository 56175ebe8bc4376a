export type * from './call.events.ts';
export type * from './call.commands.ts';
export { callDecider } from './call.decide.ts';
export { windowOf, type CallState, type CallStatus } from './call.state.ts';
