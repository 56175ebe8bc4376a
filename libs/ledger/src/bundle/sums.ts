import { createHash } from 'node:crypto';

/** SHA-256 as 64 hexadecimal digits. */
export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes of files by their names. */
export type Sums = ReadonlyMap<string, string>;

/** Sorted by the bytes of the names, so that one content has one form. */
const inOrder = (names: Iterable<string>): readonly string[] => [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** As coreutils write it, so that `sha256sum -c` reads it. */
export const formatSums = (sums: Sums): Buffer =>
  Buffer.from(
    inOrder(sums.keys())
      .map((name) => `${sums.get(name) ?? ''}  ${name}\n`)
      .join(''),
    'utf8',
  );

/** Reads sums; null when a line is none, a name comes twice or out of order. */
export const parseSums = (bytes: Uint8Array): Sums | null => {
  const lines = [
    ...Buffer.from(bytes)
      .toString('utf8')
      .matchAll(/([^\n]*)\n/g),
  ].map(({ 1: line = '' }) => line);
  const pairs = lines.map((line) => /^([0-9a-f]{64}) {2}(\S+)$/.exec(line));
  const sums = new Map(pairs.map((pair) => [pair?.[2] ?? '', pair?.[1] ?? '']));
  return formatSums(sums).equals(bytes) ? sums : null;
};
