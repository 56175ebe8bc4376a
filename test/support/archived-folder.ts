import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow } from './erasure/marks-in.ts';

/** An archive as whoever receives it finds it. */
export interface ArchivedFolder {
  /** Names of its files. */
  readonly files: readonly string[];
  /** Files that are not what SHA256SUMS says, that it does not list, or that are not there. */
  readonly wrong: readonly string[];
  /** Links of its pages that lead nowhere, and whatever else a page would ask for. */
  readonly astray: readonly string[];
  readonly sums: string;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What the pages would ask for besides files of the archive itself. */
const askedBy = (folder: string, name: string): readonly string[] => {
  const text = readFileSync(join(folder, name), 'utf8');
  const links = [...text.matchAll(/\b(?:href|src|action|srcset)="([^"]*)"/g)].map(([, to = '']) => to);
  const astray = links.filter((to) => !existsSync(join(folder, normalize(join(dirname(name), to)))));
  const loads = [...text.matchAll(/<(?:script|link|img|iframe|object)\b|@import|url\(/gi)].map(([found]) => found);
  return [...astray, ...loads].map((found) => `${name}: ${found}`);
};

export const readArchivedFolder = (folder: string): ArchivedFolder => {
  const files = filesBelow(folder).map((path) => path.slice(folder.length + 1));
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
  const listed = new Map(
    sums
      .split('\n')
      .filter((line) => line !== '')
      .map((line): readonly [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  const others = files.filter((name) => name !== 'SHA256SUMS' && listed.get(name) !== sha256(readFileSync(join(folder, name))));
  const missing = [...listed.keys()].filter((name) => !files.includes(name));
  const pages = files.filter((name) => name.endsWith('.html'));
  return { files, wrong: [...others, ...missing], astray: pages.flatMap((name) => askedBy(folder, name)), sums };
};
