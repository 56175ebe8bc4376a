export { fold, wordsOf, type Word } from './words.ts';
export { lexemeOf, type Lexeme } from './lexemes.ts';
export { languageOfWords } from './stop-words.ts';
export { keysOf, termsOf, type ComparedText, type Term, type Terms } from './terms.ts';
export { comparisonBy, type Compared, type Comparison, type Match, type Rarity } from './similarity.ts';
export { likelyThemes, type NamedTheme, type ThemeLikelihood } from './themes.ts';
export { searchedWords, soughtGroups, soughtIn, soughtLanguage, type Sought, type SoughtGroup } from './search-words.ts';
export { differentHits, excerpt, marked, type MarkedPart } from './excerpt.ts';
export { namesOfNotionsIn } from './names.ts';
