import { tileWidth } from './merkle/index.ts';

/** `0`, `x001/234`: three digits to a folder, all but the last with an x (C2SP tlog-tiles). */
const indexPath = (index: number): string => {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
};

/** Where a tile or bundle stands. @param kind  a level, or `entries` */
export const placeOf = (kind: string, index: number, width: number): string =>
  `tile/${kind}/${indexPath(index)}${width === tileWidth ? '' : `.p/${width}`}`;

/** Where a tile of hashes stands in the folder. @param width  1 to 256; below 256 it is a partial tile */
export const tilePath = (level: number, index: number, width = tileWidth): string => placeOf(String(level), index, width);

/** Where a bundle of entries stands in the folder. */
export const bundlePath = (index: number, width = tileWidth): string => placeOf('entries', index, width);

/** Kinds of tiles that a tree of this size has: its entries, and the levels of its hashes; with the level each counts by. */
export const kindsAt = (size: number): readonly (readonly [kind: string, level: number])[] => {
  const levels = Array.from(
    { length: Math.max(1, Math.ceil(Math.log(Math.max(2, size)) / Math.log(tileWidth)) + 1) },
    (_level, level) => level,
  );
  return [['entries', 0], ...levels.map((level) => [String(level), level] as const)];
};

/** Index and width of the unfinished tile of a level in a tree of this size; width 0 when there is none. */
export const unfinishedAt = (size: number, level: number): { readonly index: number; readonly width: number } => {
  const hashes = Math.floor(size / tileWidth ** level);
  return { index: Math.floor(hashes / tileWidth), width: hashes % tileWidth };
};
