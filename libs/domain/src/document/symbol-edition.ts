interface SymbolParts {
  /** Series, number and language: what stays the same from edition to edition. */
  readonly rendition: string;
  /** Digit and letter; a missing one comes first. */
  readonly version: string;
}

const partsOf = (symbol: string): SymbolParts | null => {
  const found = /^([A-Z]{2}\d{4}[EF])(\d?)([a-z]?)$/.exec(symbol);
  return found === null ? null : { rendition: found[1] ?? '', version: `${found[2] === '' ? '0' : (found[2] ?? '0')}${found[3] ?? ''}` };
};

/** Whether a symbol names a later edition of the same document in the same language; codes are never compared as plain strings. */
export const isLaterEdition = (symbol: string, than: string): boolean => {
  const [later, earlier] = [partsOf(symbol), partsOf(than)];
  return later !== null && earlier !== null && later.rendition === earlier.rendition && later.version > earlier.version;
};
