/** Forms that are only for being seen, directions that change, and what is no character for an exchange between bodies. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A letter of another alphabet: names in English and French have none, and some of them look like ours. */
const foreignLetter = /(?!\p{Script=Latin}|\p{Script=Inherited})[\p{L}\p{M}]/u;

/** Whether a name is written as it looks: in letters of the alphabet that its reader knows, without any that are not seen. */
export const isPlainName = (name: string): boolean =>
  !unseen.test(name) && !foreignLetter.test(name) && name.normalize('NFKC') === name.normalize('NFC');

/** Letters and digits that look the same in many typefaces (from Unicode TR39, as far as plain names reach). */
const lookAlike: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['1', 'i'],
  ['l', 'i'],
  ['|', 'i'],
  ['0', 'o'],
  ['5', 's'],
  ['ı', 'i'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'i'],
];

/** What is left of a name when everything is taken as one that looks alike: two Members whose names leave the same are taken for each other. */
export const nameSkeleton = (name: string): string =>
  lookAlike
    .reduce((text, [seen, taken]) => text.replaceAll(seen, taken), name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase())
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
