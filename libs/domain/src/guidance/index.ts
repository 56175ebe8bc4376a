export type * from './guidance.values.ts';
export type * from './guidance.events.ts';
export type * from './guidance.commands.ts';
export type * from './guidance.rejections.ts';
export { guidanceDecider } from './guidance.decide.ts';
export { expectedNow, type GuidanceState, type GuidanceStatus, type IssuedGuidance } from './guidance.state.ts';
