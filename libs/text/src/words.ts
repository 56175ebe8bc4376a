/** One word as it stands in a text. */
export interface Word {
  readonly surface: string;
  /** Place of its first character. */
  readonly at: number;
  /** 0 for the first sentence. */
  readonly sentence: number;
  readonly opensSentence: boolean;
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** A word without case, accents and ligatures, for comparing. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæß]/g, (letters) => ligatures[letters] ?? letters);

/** The words of a text in their order; apostrophes and hyphens part words: `l’Union` is `l` and `Union`. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let [sentence, end] = [0, 0];
  for (const { 0: surface, index: at } of text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    const isNew = words.length > 0 && /[.!?;:\n]/.test(text.slice(end, at));
    if (isNew) sentence += 1;
    words.push({ surface, at, sentence, opensSentence: isNew || words.length === 0 });
    end = at + surface.length;
  }
  return words;
};
