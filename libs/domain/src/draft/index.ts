export type * from './draft.events.ts';
export { draftDecider, type DraftState } from './draft.decide.ts';
