export type * from './translation.events.ts';
export type * from './translation.commands.ts';
export { isStale, translationDecider, type TranslationState } from './translation.decide.ts';
