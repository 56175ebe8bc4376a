const romanDigits = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** Roman numeral of a heading's number, 1 to 3999: 9 → `IX`. */
export const romanNumeral = (value: number): string => {
  const [digit, worth] = romanDigits.find(([, candidate]) => candidate <= value) ?? ['', 0];
  return worth === 0 ? '' : digit + romanNumeral(value - worth);
};

/** Letter of the nth item under a heading, from 1: `a` … `z`, `aa`, `ab` …. */
export const itemLetter = (nth: number): string => {
  const letter = String.fromCharCode(97 + ((nth - 1) % 26));
  return nth <= 26 ? letter : itemLetter(Math.floor((nth - 1) / 26)) + letter;
};

/** How an item is quoted in the room: `IX - a` (row C7). */
export const itemLabel = (headingNumber: number, letter: string): string => `${romanNumeral(headingNumber)} - ${letter}`;
