import { lexemeOf } from './lexemes.ts';
import type { Sought } from './search-words.ts';
import { wordsOf, type Word } from './words.ts';

/** A piece of a text; `marked` for words that were looked for. */
export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

const found = (word: Word, { language, groups }: Sought): boolean => {
  const { stem, folded, isStop } = lexemeOf(word.surface, language);
  return (
    !isStop &&
    groups.some(({ stems, prefix, isExcluded }) => !isExcluded && (stems.includes(stem) || (prefix !== null && folded.startsWith(prefix))))
  );
};

/** Words that were looked for, at their places. */
const hitsIn = (
  words: readonly Word[],
  sought: Sought,
): readonly { readonly word: Word; readonly place: number; readonly stem: string }[] =>
  words.flatMap((word, place) => (found(word, sought) ? [{ word, place, stem: lexemeOf(word.surface, sought.language).stem }] : []));

const partsOf = (text: string, words: readonly Word[], from: number, to: number): readonly MarkedPart[] => {
  const parts: MarkedPart[] = [];
  let at = from;
  for (const { at: start, surface } of words) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: surface, marked: true });
    at = start + surface.length;
  }
  return at < to ? [...parts, { text: text.slice(at, to), marked: false }] : parts;
};

/** A whole text with what was looked for marked. */
export const marked = (text: string, sought: Sought): readonly MarkedPart[] =>
  partsOf(
    text,
    hitsIn(wordsOf(text), sought).map(({ word }) => word),
    0,
    text.length,
  );

/** How many different words that were looked for stand in a text. */
export const differentHits = (text: string, sought: Sought): number => new Set(hitsIn(wordsOf(text), sought).map(({ stem }) => stem)).size;

const before = 8;

/** Where the excerpt begins: at the words around which most of what was looked for stands close together. */
const beginning = (hits: ReturnType<typeof hitsIn>, length: number): number => {
  let best = { start: 0, different: 0 };
  for (const { place } of hits) {
    const start = Math.max(0, place - before);
    const within = new Set(hits.filter((hit) => hit.place >= start && hit.place < start + length).map(({ stem }) => stem));
    if (within.size > best.different) best = { start, different: within.size };
  }
  return best.start;
};

/** The most hits that are weighed: a text that is full of them begins well anywhere. */
const mostHits = 200;

/**
 * The piece of a text that says most about what was looked for, with the words marked; `…` where it was cut.
 *
 * @param length  in words
 */
export const excerpt = (text: string, sought: Sought, length = 40): readonly MarkedPart[] => {
  const words = wordsOf(text);
  const hits = hitsIn(words, sought).slice(0, mostHits);
  const start = words.length <= length ? 0 : Math.min(beginning(hits, length), words.length - length);
  const shown = words.slice(start, start + length);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isEnd = start + length >= words.length;
  const [from, to] = [start === 0 ? 0 : first.at, isEnd ? text.length : last.at + last.surface.length];
  const inside = hits.filter(({ place }) => place >= start && place < start + length).map(({ word }) => word);
  const cut = { text: '…', marked: false } as const;
  return [...(start === 0 ? [] : [cut]), ...partsOf(text, inside, from, to), ...(isEnd ? [] : [cut])];
};
