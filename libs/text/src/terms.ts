import type { Language } from '../../domain/src/kernel/index.ts';
import { notionAt } from './glossary.ts';
import { lexemeOf, type Lexeme } from './lexemes.ts';
import { wordsOf, type Word } from './words.ts';

/** A text to compare: a title that counts more, and a body. */
export interface ComparedText {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}

/**
 * Something that two texts may share. `stem`: a word of one language. `notion`: whatever it is called, in either language.
 * `cognate`: how a word looks in both languages.
 */
export interface Term {
  readonly kind: 'stem' | 'notion' | 'cognate';
  readonly key: string;
  /** Key of the notion or cognate by which its rarity is known, in both languages alike. */
  readonly rarity: string;
  /** Occurrences; one in the title counts one and a half. */
  readonly count: number;
  /** Whether it only ever stands as a name: it tells where, seldom what. */
  readonly isName: boolean;
  /** The words as they stand in the text, each once. */
  readonly words: readonly string[];
}

export type Terms = ReadonlyMap<string, Term>;

const titleWeight = 1.5;
const isName = ({ surface, opensSentence }: Word): boolean => (opensSentence ? /^\p{Lu}{2,}$/u.test(surface) : /^\p{Lu}/u.test(surface));

interface Occurrence {
  readonly kind: Term['kind'];
  readonly key: string;
  readonly rarity: string;
  readonly surface: string;
  readonly weight: number;
  readonly isName: boolean;
}

interface Counted extends Term {
  count: number;
  isName: boolean;
  readonly words: string[];
}

const note = (terms: Map<string, Counted>, { kind, key, rarity, surface, weight, isName: named }: Occurrence): void => {
  const before = terms.get(key);
  if (before === undefined) {
    terms.set(key, { kind, key, rarity, count: weight, isName: named, words: [surface] });
    return;
  }
  before.count += weight;
  before.isName &&= named;
  if (!before.words.includes(surface)) before.words.push(surface);
};

interface Part {
  readonly text: string;
  readonly language: Language;
  readonly weight: number;
  readonly words: readonly Word[];
  readonly lexemes: readonly Lexeme[];
}

/** Notes the notions of a part. @returns which words are told by a notion of one word */
const noteNotions = (terms: Map<string, Counted>, { text, language, weight, words, lexemes }: Part): ReadonlyMap<number, string> => {
  const stems = lexemes.map(({ stem }) => stem);
  const told = new Map<number, string>();
  words.forEach((word, place) => {
    const found = notionAt(stems, place, language);
    if (found === null || (found.words === 1 && lexemes[place]?.isStop === true)) return;
    const last = words[place + found.words - 1] ?? word;
    const key = `n:${found.notion}`;
    if (found.words === 1) told.set(place, key);
    note(terms, { kind: 'notion', key, rarity: key, surface: text.slice(word.at, last.at + last.surface.length), weight, isName: false });
  });
  return told;
};

const noteWords = (terms: Map<string, Counted>, { language, weight, words, lexemes }: Part, told: ReadonlyMap<number, string>): void => {
  words.forEach((word, place) => {
    const lexeme = lexemes[place];
    if (lexeme === undefined || lexeme.isStop) return;
    const cognate = `c:${lexeme.cognate}`;
    const common = { surface: word.surface, weight, isName: isName(word) };
    note(terms, { kind: 'stem', key: `s:${language}:${lexeme.stem}`, rarity: told.get(place) ?? cognate, ...common });
    if (!told.has(place)) note(terms, { kind: 'cognate', key: cognate, rarity: cognate, ...common });
  });
};

const noteText = (terms: Map<string, Counted>, text: string, language: Language, weight: number): void => {
  const words = wordsOf(text);
  const part = { text, language, weight, words, lexemes: words.map(({ surface }) => lexemeOf(surface, language)) };
  noteWords(terms, part, noteNotions(terms, part));
};

/** Everything in a text by which it can be compared with another, of its own language or the other one. */
export const termsOf = ({ language, title, text }: ComparedText): Terms => {
  const terms = new Map<string, Counted>();
  noteText(terms, title, language, titleWeight);
  noteText(terms, text, language, 1);
  return terms;
};

/** Keys by which a text is found: its notions and cognates, the same in both languages. */
export const keysOf = (terms: Terms): readonly string[] => [...terms.values()].filter(({ kind }) => kind !== 'stem').map(({ key }) => key);
