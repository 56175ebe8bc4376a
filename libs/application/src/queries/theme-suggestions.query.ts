import { contribution, themeSuggestions as ask, type ThemeSuggestions } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { bodyThemeSet } from '../facts.ts';

/** A text, or a contribution that the viewer may know of. */
export type ThemedText =
  { readonly contributionId: string } | { readonly language: 'en' | 'fr'; readonly title: string; readonly text: string };

/** Themes that a text speaks for, with the words that led to each. */
export const themeSuggestions: Query<ThemedText, ThemeSuggestions | null> = {
  name: 'themeSuggestions',
  run: (env, asked, viewer) => {
    const written = 'contributionId' in asked ? contribution(env.read, asked.contributionId, viewer)?.content : asked;
    return written === undefined ? null : ask(env.read, bodyThemeSet, written);
  },
};
