import { likelyThemes } from '../../../text/src/index.ts';
import { themeSet } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ThemeSuggestion, ThemeSuggestions } from '../views.ts';

/** A further theme is suggested when at least so much of what speaks for the first speaks for it. */
const furtherShare = 0.4;
const mostFurther = 2;

/**
 * Themes that a text speaks for, with the words that led to each. The primary is a priority: the cross-cutting tag never stands
 * first (BR-07). Null when there is no such theme set.
 */
export const themeSuggestions = (
  db: ReadDatabase,
  themeSetId: string,
  written: { readonly language: 'en' | 'fr'; readonly title: string; readonly text: string },
): ThemeSuggestions | null => {
  const set = themeSet(db, themeSetId);
  if (set === null) return null;
  const labels = new Map(set.themes.map(({ code, shortLabel }) => [code, shortLabel]));
  const themes = likelyThemes(written, set.themes).map(({ code, kind, score, words }): ThemeSuggestion => ({
    code,
    kind,
    label: labels.get(code) ?? { en: code, fr: code },
    likelihood: Math.round(score * 100),
    words,
  }));
  const primary = themes.find(({ kind }) => kind === 'priority') ?? null;
  const further = themes.filter((theme) => primary !== null && theme !== primary && theme.likelihood >= furtherShare * primary.likelihood);
  return {
    themeSetId,
    version: set.version,
    primaryTheme: primary?.code ?? null,
    secondaryThemes: further.slice(0, mostFurther).map(({ code }) => code),
    themes,
  };
};
