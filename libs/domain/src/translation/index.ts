export type * from './translation.events.ts';
export type * from './translation.commands.ts';
export { translationDecider } from './translation.decide.ts';
export { isStale, type TranslationState } from './translation.state.ts';
