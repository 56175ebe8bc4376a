import type { Language } from '../../domain/src/kernel/index.ts';
import { notionsIn, readText, standingsOfName, type ReadText } from './names.ts';
import { fold } from './words.ts';

/** A theme by what speaks for it. */
export interface NamedTheme {
  readonly code: string;
  readonly kind: 'priority' | 'crossCutting';
  readonly label: Readonly<Record<Language, string>>;
  readonly shortLabel: Readonly<Record<Language, string>>;
  readonly keywords: Readonly<Record<Language, readonly string[]>>;
}

/** How far a text speaks for a theme, and by which of its words. */
export interface ThemeLikelihood {
  readonly code: string;
  readonly kind: 'priority' | 'crossCutting';
  /** Ranks the themes of one text. */
  readonly score: number;
  /** As they stand in the text, each once. */
  readonly words: readonly string[];
}

const titleWeight = 2;

/** Names of a theme in a language, and the notions that those in either language stand for. */
const namesOf = ({ label, shortLabel, keywords }: NamedTheme, language: Language): readonly string[] => [
  label[language],
  shortLabel[language],
  ...keywords[language],
];

const notionsOf = (theme: NamedTheme): ReadonlySet<string> =>
  new Set(
    (['en', 'fr'] as const).flatMap((language) =>
      namesOf(theme, language).flatMap((name) => {
        const read = readText(name, language);
        // A notion speaks for the theme when it is the whole of one of its names, not when it is a word in one.
        return [...notionsIn(read)].flatMap(([notion, [words = '']]) => (fold(words) === fold(name.trim()) ? [notion] : []));
      }),
    ),
  );

interface Evidence {
  readonly what: string;
  readonly words: readonly string[];
}

/** What in a text speaks for a theme: its names, and its notions under any other name. */
const evidenceIn = (read: ReadText, theme: NamedTheme, notions: ReadonlySet<string>): readonly Evidence[] => {
  const named = notionsIn(read);
  const byNotion = [...notions].flatMap((notion) => {
    const words = named.get(notion);
    return words === undefined ? [] : [{ what: notion, words }];
  });
  const told = new Set(byNotion.flatMap(({ words }) => words.map(fold)));
  const byName = namesOf(theme, read.language).flatMap((name) => {
    const words = standingsOfName(read, name).filter((word) => !told.has(fold(word)));
    return words.length === 0 ? [] : [{ what: name, words }];
  });
  return [...byNotion, ...byName];
};

/** A name of several words says more than one that is a single word, and a name that few themes have more than a shared one. */
const weightOf = ({ words }: Evidence, themes: number): number =>
  ((1 + Math.log(words.length)) * Math.sqrt(words[0]?.split(/\s+/).length ?? 1)) / themes;

const eachOnce = (words: readonly string[]): readonly string[] =>
  words.filter((word, place) => words.findIndex((other) => fold(other) === fold(word)) === place);

/**
 * Themes that a text speaks for, the likeliest first, with the words that led to each; none when nothing does.
 *
 * @param themes  of the set in force
 */
export const likelyThemes = (
  { language, title, text }: { readonly language: Language; readonly title: string; readonly text: string },
  themes: readonly NamedTheme[],
): readonly ThemeLikelihood[] => {
  const parts = [
    { read: readText(title, language), weight: titleWeight },
    { read: readText(text, language), weight: 1 },
  ];
  const found = themes.map((theme) => {
    const notions = notionsOf(theme);
    return { theme, evidence: parts.flatMap(({ read, weight }) => evidenceIn(read, theme, notions).map((each) => ({ ...each, weight }))) };
  });
  const sharedBy = (what: string): number => found.filter(({ evidence }) => evidence.some((each) => each.what === what)).length;
  return found
    .map(({ theme: { code, kind }, evidence }) => ({
      code,
      kind,
      score: evidence.reduce((sum, each) => sum + each.weight * weightOf(each, sharedBy(each.what)), 0),
      words: eachOnce(evidence.flatMap(({ words }) => words)),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
};
