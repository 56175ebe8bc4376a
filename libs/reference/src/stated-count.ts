const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/**
 * The number that a quoted statement begins with, in letters up to twenty or in digits.
 *
 * @param statement  text in which the words of the document stand between double quotes
 * @returns null when the quoted words do not begin with a number
 */
export const statedCount = (statement: string | null): number | null => {
  const first = /"(\p{L}+|\d{1,4})\b/u.exec(statement ?? '')?.[1]?.toLowerCase();
  if (first === undefined) return null;
  if (/^\d+$/.test(first)) return Number(first);
  const value = words.indexOf(first);
  return value < 0 ? null : value;
};
