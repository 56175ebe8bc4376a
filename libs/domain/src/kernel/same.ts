/** True when two plain JSON values are equal, whatever the order of their keys. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Set(Object.keys(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, Reflect.get(b, key)));
};

/** Values that occur more than once, each named once, in order of their second appearance. */
export const repeated = <T>(values: readonly T[]): readonly T[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

/** True when a text says nothing. */
export const isBlank = (text: string | undefined | null): boolean => text === undefined || text === null || text.trim() === '';

/** The working languages in which a text is missing. */
export const missingLanguages = (text: { readonly en: string; readonly fr: string }): readonly ('en' | 'fr')[] =>
  (['en', 'fr'] as const).filter((language) => isBlank(text[language]));
