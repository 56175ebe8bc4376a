export { fold, wordsOf, type Word } from './words.ts';
export { lexemeOf, type Lexeme } from './lexemes.ts';
export { languageOfWords } from './stop-words.ts';
export { keysOf, termsOf, type ComparedText, type Term, type Terms } from './terms.ts';
export { likeness, type Compared, type Match, type Rarity } from './similarity.ts';
