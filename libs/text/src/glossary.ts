import glossary from '../../reference/data/glossary.json' with { type: 'json' };
import type { Language } from '../../domain/src/kernel/index.ts';
import { lexemeOf } from './lexemes.ts';
import { wordsOf } from './words.ts';

/** One name of a notion, as the stems of its words. */
interface Name {
  readonly notion: string;
  readonly stems: readonly string[];
}

const namesIn = (language: Language): ReadonlyMap<string, readonly Name[]> => {
  const byFirst = new Map<string, Name[]>();
  for (const concept of glossary.concepts) {
    for (const text of concept[language]) {
      const stems = wordsOf(text).map(({ surface }) => lexemeOf(surface, language).stem);
      const [first] = stems;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { notion: concept.en[0] ?? text, stems }]);
    }
  }
  // The longest name is tried first; of names alike, the one that stands first in the file.
  return new Map([...byFirst].map(([first, names]) => [first, names.toSorted((a, b) => b.stems.length - a.stems.length)]));
};

const names: Readonly<Record<Language, ReadonlyMap<string, readonly Name[]>>> = { en: namesIn('en'), fr: namesIn('fr') };

/** A notion that is named in a text: by its first English name, and by how many words. */
export interface NamedNotion {
  readonly notion: string;
  readonly words: number;
}

/** The notion whose longest name stands at this place of a text, or null. @param stems  of all its words, in order */
export const notionAt = (stems: readonly string[], place: number, language: Language): NamedNotion | null => {
  const found = names[language].get(stems[place] ?? '')?.find((name) => name.stems.every((part, index) => stems[place + index] === part));
  return found === undefined ? null : { notion: found.notion, words: found.stems.length };
};

const allNames: ReadonlyMap<string, Readonly<Record<Language, readonly string[]>>> = new Map(
  glossary.concepts.map(({ en, fr }) => [en[0] ?? '', { en, fr }]),
);

/** Every name of a notion, in both languages. */
export const namesOfNotion = (notion: string): Readonly<Record<Language, readonly string[]>> => allNames.get(notion) ?? { en: [], fr: [] };
