import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

/** The end of a mark: indexes store words without the beginning that they share with the word before. */
export const endOf = (mark: string): string => mark.slice(-10);

/** How many of some marks stand in some bytes, whatever the bytes are, in small letters or not. @param ends  of the marks (`endOf`) */
export const marksIn = (bytes: Buffer, ends: ReadonlySet<string>): number => {
  let count = 0;
  for (const [, end = ''] of bytes
    .toString('latin1')
    .toLowerCase()
    .matchAll(/(?=([g-z]{9}7))/g))
    if (ends.has(end)) count += 1;
  return count;
};

/** Files below a folder in which some of the marks stand, with how many. */
export const marksBelow = (folder: string, ends: ReadonlySet<string>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    filesBelow(folder)
      .map((path): readonly [string, number] => [path.slice(folder.length + 1), marksIn(readFileSync(path), ends)])
      .filter(([, count]) => count > 0),
  );
