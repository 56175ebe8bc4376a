import type { MatchingTerms } from '../../../../../libs/application/src/index.ts';

/** A piece of a text; `match` is the number of the correspondence it belongs to, counted from 1. */
export interface Piece {
  readonly text: string;
  readonly match: number | null;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Cuts a text at the words that two texts have in common, each with the number of its correspondence. */
export const markedPieces = (text: string, matches: readonly MatchingTerms[], side: 'a' | 'b'): readonly Piece[] => {
  const numbers = new Map<string, number>();
  matches.forEach((match, index) => {
    for (const word of match[side]) if (!numbers.has(word.toLowerCase())) numbers.set(word.toLowerCase(), index + 1);
  });
  if (numbers.size === 0) return [{ text, match: null }];
  const words = [...numbers.keys()].sort((one, two) => two.length - one.length).map(escaped);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(${words.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, match: index % 2 === 1 ? (numbers.get(piece.toLowerCase()) ?? null) : null }))
    .filter((piece) => piece.text !== '');
};
