import type { Language } from '../../domain/src/kernel/index.ts';
import { lexemeOf } from './lexemes.ts';
import { isStopWord, languageOfWords } from './stop-words.ts';
import { fold, wordsOf } from './words.ts';

/** The words of a text as they are kept for searching: stems, without those that say nothing, in their order. */
export const searchedWords = (text: string, language: Language): string =>
  wordsOf(text)
    .map(({ surface }) => lexemeOf(surface, language))
    .filter(({ isStop }) => !isStop)
    .map(({ stem }) => stem)
    .join(' ');

/** One thing that is looked for: words that stand one after the other. */
export interface SoughtGroup {
  readonly words: readonly string[];
  /** Whether the last word is only the beginning of one (`harmoni*`). */
  readonly isPrefix: boolean;
  /** Whether it must not be there (`-fraud`). */
  readonly isExcluded: boolean;
}

const mostGroups = 16;

/** What somebody looks for: words, `"words in a row"`, `begin*`, `-without`. Anything else in the text parts words, nothing more. */
export const soughtGroups = (query: string): readonly SoughtGroup[] =>
  [...query.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)]
    .map(({ 1: minus = '', 2: quoted, 3: bare = '' }) => ({
      words: wordsOf(quoted ?? bare).map(({ surface }) => fold(surface)),
      isPrefix: quoted === undefined && bare.endsWith('*'),
      isExcluded: minus === '-',
    }))
    .filter(({ words }) => words.length > 0)
    .slice(0, mostGroups);

/** The language of what is looked for, told by its small words; null when they do not tell. */
export const soughtLanguage = (groups: readonly SoughtGroup[]): Language | null => languageOfWords(groups.flatMap(({ words }) => words));

/** What is looked for, in one language: the stems to find, and the beginnings of words. */
export interface Sought {
  readonly language: Language;
  readonly groups: readonly { readonly stems: readonly string[]; readonly prefix: string | null; readonly isExcluded: boolean }[];
}

/** The groups as they are looked for in a language; a group of words that say nothing is left out. */
export const soughtIn = (groups: readonly SoughtGroup[], language: Language): Sought => ({
  language,
  groups: groups
    .map(({ words, isPrefix, isExcluded }) => {
      const beginning = isPrefix ? (words.at(-1) ?? null) : null;
      const whole = isPrefix ? words.slice(0, -1) : words;
      const stems = whole.filter((word) => !isStopWord(word, language)).map((word) => lexemeOf(word, language).stem);
      return { stems, prefix: beginning, isExcluded };
    })
    .filter(({ stems, prefix }) => stems.length > 0 || prefix !== null),
});
