import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** Where the files of a copy that are no pages have their address. */
const filesAt = '/files/';

/** Names that some file systems keep for themselves. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A part of an address as a name that any file system takes; one that had to be changed is told apart by its hash. */
const nameOf = (part: string): string => {
  const plain = part.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80);
  const isPlain = plain === part && !reserved.test(part) && !/[.]$/.test(part);
  return isPlain ? part : `_${plain.replace(/[.]+$/, '')}-${createHash('sha256').update(part).digest('hex').slice(0, 8)}`;
};

const namesOf = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => nameOf(decodeURIComponent(part)));

const endings: Readonly<Record<string, string>> = { 'application/json': '.json', 'text/calendar': '.ics', 'application/xml': '.xml' };

/** Where what stands at an address lies in the folder of a copy. @param mediaType  of what stands there */
export const placeOf = (path: string, mediaType: string): string => {
  if (path.startsWith(filesAt)) return decodeURI(path.slice(filesAt.length));
  if (path.startsWith('/assets/')) return path.slice(1);
  if (mediaType === 'text/html')
    return path === '/' || path === '/en' || path === '/fr' ? posix.join(path, 'index.html').slice(1) : `${namesOf(path).join('/')}.html`;
  return `data/${namesOf(path).join('/')}${endings[mediaType] ?? '.bin'}`;
};

/** The way from one file of a copy to another. */
export const relativeTo = (from: string, to: string): string =>
  posix
    .relative(posix.dirname(from), to)
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');

/** What an address names: its path and its fragment; null when it leads out, or asks with parameters. */
export const pathIn = (address: string): { readonly path: string; readonly fragment: string } | null => {
  const match = /^(\/[^?#]*)(#.*)?$/.exec(address);
  if (match === null || address.startsWith('//')) return null;
  const path = (match[1] ?? '/').replace(/(?!^)\/+$/, '');
  return { path, fragment: match[2] ?? '' };
};

/** Whether files beside the pages have this address. */
export const isFile = (path: string): boolean => path.startsWith(filesAt);
