export type * from './document.events.ts';
export type * from './document.commands.ts';
export { documentDecider, type DocumentState } from './document.decide.ts';
