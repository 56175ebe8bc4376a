import type { Language } from '../../domain/src/kernel/index.ts';
import { namesOfNotion, notionAt } from './glossary.ts';
import { lexemeOf, type Lexeme } from './lexemes.ts';
import { wordsOf, type Word } from './words.ts';

/** A text read once, to be searched for many names. */
export interface ReadText {
  readonly language: Language;
  readonly text: string;
  readonly words: readonly Word[];
  readonly lexemes: readonly Lexeme[];
  readonly stems: readonly string[];
}

export const readText = (text: string, language: Language): ReadText => {
  const words = wordsOf(text);
  const lexemes = words.map(({ surface }) => lexemeOf(surface, language));
  return { language, text, words, lexemes, stems: lexemes.map(({ stem }) => stem) };
};

/** The words from one place to before another, as they stand. */
const standing = ({ text, words }: ReadText, from: number, count: number): string => {
  const [first, last] = [words[from], words[from + count - 1]];
  return first === undefined || last === undefined ? '' : text.slice(first.at, last.at + last.surface.length);
};

/** Where the words of a name stand one after the other, whatever their inflection: as they stand there. */
export const standingsOfName = (read: ReadText, name: string): readonly string[] => {
  const wanted = wordsOf(name).map(({ surface }) => lexemeOf(surface, read.language).stem);
  if (wanted.length === 0) return [];
  return read.stems.flatMap((_stem, place) =>
    wanted.every((stem, index) => read.stems[place + index] === stem) ? [standing(read, place, wanted.length)] : [],
  );
};

/** Notions that are named in a text, each with the words that name it. */
export const notionsIn = (read: ReadText): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  read.stems.forEach((_stem, place) => {
    const named = notionAt(read.stems, place, read.language);
    if (named === null || (named.words === 1 && read.lexemes[place]?.isStop === true)) return;
    found.set(named.notion, [...(found.get(named.notion) ?? []), standing(read, place, named.words)]);
  });
  return found;
};

/** What the notions in a text are called, in both languages: `ROCB` is a regional office for capacity building. */
export const namesOfNotionsIn = (text: string, language: Language): Readonly<Record<Language, readonly string[]>> => {
  const names = [...notionsIn(readText(text, language)).keys()].map(namesOfNotion);
  return { en: names.flatMap(({ en }) => en), fr: names.flatMap(({ fr }) => fr) };
};
