import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TreeHash } from '../merkle/index.ts';
import { replaceFile, syncFolder } from '../replace-file.ts';

/** Name of the record in the signer's folder. */
export const lastSignedFile = 'last-signed.json';

/** What the signer signed last: all it needs to refuse any tree that is not a continuation of it. */
export interface LastSigned {
  readonly size: number;
  readonly root: TreeHash;
  /** Hashes of the unfinished tile of each level, lowest first; from them the tree grows on. */
  readonly edge: readonly (readonly TreeHash[])[];
  /** The signed checkpoint. */
  readonly note: Uint8Array;
}

interface Stored {
  readonly size: number;
  readonly root: string;
  readonly edge: readonly (readonly string[])[];
  readonly note: string;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/** Reads the record; null before the first signature. @throws SyntaxError when it is damaged: signing then has to stop */
export const readLastSigned = (path: string): LastSigned | null => {
  if (!existsSync(path)) return null;
  const { size, root, edge, note } = JSON.parse(readFileSync(path, 'utf8')) as Stored;
  return { size, root: bytesOf(root), edge: edge.map((level) => level.map(bytesOf)), note: bytesOf(note) };
};

/** Puts the record in place, durable before it returns: a signature leaves the signer only after this. */
export const writeLastSigned = (path: string, { size, root, edge, note }: LastSigned): void => {
  const stored: Stored = { size, root: base64(root), edge: edge.map((level) => level.map(base64)), note: base64(note) };
  replaceFile(path, Buffer.from(`${JSON.stringify(stored)}\n`));
  syncFolder(dirname(path));
};
