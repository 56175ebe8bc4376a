export type * from './session.events.ts';
export type * from './session.commands.ts';
export type * from './session.rejections.ts';
export type { SessionState, SessionStatus } from './session.state.ts';
export { sessionDecider } from './session.decide.ts';
