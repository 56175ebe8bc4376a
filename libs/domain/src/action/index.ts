export type * from './action.events.ts';
export type * from './action.commands.ts';
export { actionDecider } from './action.decide.ts';
export type { ActionState, ActionStatus } from './action.state.ts';
