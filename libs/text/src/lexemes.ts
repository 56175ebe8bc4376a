import stemmers from 'snowball-stemmers';
import type { Language } from '../../domain/src/kernel/index.ts';
import { isStopWord } from './stop-words.ts';
import { fold } from './words.ts';

/** What a word is compared by. */
export interface Lexeme {
  /** Without case and accents. */
  readonly folded: string;
  /** Snowball's stem (English is Porter 2) of the folded word. */
  readonly stem: string;
  /** How it looks in English and in French alike: `connexion` and `connection` have one. */
  readonly cognate: string;
  /** Whether it says nothing about what a text is about. */
  readonly isStop: boolean;
}

const snowball = { en: stemmers.newStemmer('english'), fr: stemmers.newStemmer('french') } as const;

// Accents go before the stemmer, so that a word asked for without them finds the one that has them. Endings that the
// stemmer would have known by their accent are told to it: déclarée, déclarées and déclaré are one, and douanier and douanière.
const stemOf = (folded: string, language: Language): string => {
  if (language === 'en') return snowball.en.stem(folded);
  const singular = folded.replace(/ees?$/, 'e').replace(/ieres?$/, 'ier');
  const stem = snowball.fr.stem(singular);
  // Nouns that end like a verb would be cut to the same three letters: délai and délit.
  return stem.length < 4 && /(?:ai|it)s?$/.test(folded) ? folded.replace(/s$/, '') : stem;
};

const lookOf = (folded: string): string =>
  folded.replace(/xion/g, 'ction').replace(/y/g, 'i').replace(/ph/g, 'f').replace(/q/g, 'k').replace(/(.)\1/g, '$1');

const cognateLength = 6;

const read = (surface: string, language: Language): Lexeme => {
  const folded = fold(surface);
  const stem = stemOf(folded, language);
  const look = lookOf(folded);
  const cognate = look.length > cognateLength ? look.slice(0, cognateLength) : lookOf(stem);
  return { folded, stem, cognate, isStop: isStopWord(folded, language) };
};

/** Words come again and again; what is remembered follows from the word alone, so that forgetting it changes nothing. */
const mostRemembered = 50_000;
const remembered: Readonly<Record<Language, Map<string, Lexeme>>> = { en: new Map(), fr: new Map() };

/** What a word is compared by in a language. */
export const lexemeOf = (surface: string, language: Language): Lexeme => {
  const words = remembered[language];
  const known = words.get(surface);
  if (known !== undefined) return known;
  const found = read(surface, language);
  if (words.size >= mostRemembered) words.clear();
  words.set(surface, found);
  return found;
};
