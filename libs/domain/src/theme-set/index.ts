export type * from './theme-set.events.ts';
export { themeSetDecider, type ThemeSetState } from './theme-set.decide.ts';
