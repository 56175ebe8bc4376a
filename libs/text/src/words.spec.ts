import { describe, expect, it } from '@jest/globals';
import { fold, languageOfWords, lexemeOf, wordsOf } from './index.ts';

describe('words', () => {
  it('are parted by apostrophes and hyphens, with their place and sentence', () => {
    expect(wordsOf('L’Union d’abord : post-clearance. Fin')).toStrictEqual([
      { surface: 'L', at: 0, sentence: 0, opensSentence: true },
      { surface: 'Union', at: 2, sentence: 0, opensSentence: false },
      { surface: 'd', at: 8, sentence: 0, opensSentence: false },
      { surface: 'abord', at: 10, sentence: 0, opensSentence: false },
      { surface: 'post', at: 18, sentence: 1, opensSentence: true },
      { surface: 'clearance', at: 23, sentence: 1, opensSentence: false },
      { surface: 'Fin', at: 34, sentence: 2, opensSentence: true },
    ]);
    expect(wordsOf(' …')).toStrictEqual([]);
  });

  it('are compared without case, accents and ligatures', () => {
    expect(['Échéances', 'MISE EN ŒUVRE', 'Côte', 'ABC'].map(fold)).toStrictEqual(['echeances', 'mise en oeuvre', 'cote', 'abc']);
  });

  it.each([
    ['en', 'harmonisation harmonised harmonise', 'harmonis'],
    ['en', 'declaration declarations declare', 'declar'],
    ['en', 'guarantee guarantees Guaranteed', 'guarante'],
    ['fr', 'déclaration déclarée déclarées déclarés déclarer declaree', 'declar'],
    ['fr', 'douanière douaniers Douanier douanieres', 'douani'],
    ['fr', 'sécurité SECURITE securites', 'securit'],
    ['fr', 'délai délais', 'delai'],
    ['fr', 'délit délits', 'delit'],
  ] as const)('of one stem are one, with or without accents (%s %s)', (language, words, stem) => {
    expect(words.split(' ').map((word) => lexemeOf(word, language).stem)).toStrictEqual(words.split(' ').map(() => stem));
  });

  it('look alike in both languages when they are cognates', () => {
    const pairs = [
      ['connection', 'connexion'],
      ['systems', 'systèmes'],
      ['interoperability', 'interopérabilité'],
      ['traffic', 'trafic'],
    ] as const;
    expect(pairs.map(([en]) => lexemeOf(en, 'en').cognate)).toStrictEqual(pairs.map(([, fr]) => lexemeOf(fr, 'fr').cognate));
  });

  it('tell their language by the words that say nothing else', () => {
    expect(
      [['the', 'port', 'of', 'entry'], ['le', 'port', 'dans', 'une', 'zone'], ['transit'], ['the', 'le']].map(languageOfWords),
    ).toStrictEqual(['en', 'fr', null, null]);
  });
});
