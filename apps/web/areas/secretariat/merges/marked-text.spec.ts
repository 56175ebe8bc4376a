import { describe, expect, it } from '@jest/globals';
import type { MatchingTerms } from '../../../../../libs/application/src/index.ts';
import { markedPieces } from './marked-text.ts';

const matches: readonly MatchingTerms[] = [
  { kind: 'notion', a: ['transit'], b: ['transit', 'transits'], share: 40 },
  { kind: 'notion', a: ['first port of entry', 'port'], b: ['premier port d’entrée'], share: 60 },
];

describe('a text with its correspondences', () => {
  it('is cut at the words that both texts have, longest first, each with the number of its correspondence', () => {
    expect(markedPieces('From the first port of entry, Transit begins.', matches, 'a')).toStrictEqual([
      { text: 'From the ', match: null },
      { text: 'first port of entry', match: 2 },
      { text: ', ', match: null },
      { text: 'Transit', match: 1 },
      { text: ' begins.', match: null },
    ]);
  });

  it('marks whole words only, also where a letter has an accent', () => {
    expect(markedPieces('port, portée', matches, 'a')).toStrictEqual([
      { text: 'port', match: 2 },
      { text: ', portée', match: null },
    ]);
  });

  it('is one piece when nothing corresponds', () => {
    expect(markedPieces('port', [], 'a')).toStrictEqual([{ text: 'port', match: null }]);
  });
});
