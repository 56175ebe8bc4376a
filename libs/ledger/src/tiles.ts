import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RightEdge, tileWidth, type TreeHash } from './merkle/index.ts';
import { replaceFile, syncFolder } from './replace-file.ts';
import { sweep, sweepAll } from './sweep.ts';
import { bundlePath, tilePath } from './tile-paths.ts';
import { sha256Tree } from './sha256.ts';

const hashBytes = 32;

/** Entries with their lengths before them, 16 bits each, high byte first. */
export const bundleOf = (entries: readonly Uint8Array[]): Buffer =>
  Buffer.concat(entries.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 255]), entry]));

/** The entries of a bundle. @throws RangeError when it is cut off */
export const entriesOf = (bundle: Buffer): readonly Buffer[] => {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) throw new RangeError('the bundle is cut off');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
};

const hashesOf = (tile: Buffer): readonly TreeHash[] =>
  Array.from({ length: tile.length / hashBytes }, (_hash, index) => tile.subarray(index * hashBytes, (index + 1) * hashBytes));

/**
 * The ledger as files (C2SP tlog-tiles), derived from the log: deleted, they come back byte for byte.
 *
 * Leaves are appended in order; `flush` writes the unfinished right edge and then the size, which alone says how far the files go.
 */
export class TileFolder {
  readonly #folder: string;
  #edge: RightEdge;
  #bundle: Uint8Array[] = [];
  #flushed: number;

  /** @throws Error of the file system */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#edge = new RightEdge(sha256Tree);
    const size = this.#storedSize();
    if (size > 0) this.#resume(size);
    sweepAll(folder, size);
    this.#flushed = size;
  }

  /** Entries appended so far; those after the last `flush` are in memory only. */
  get size(): number {
    return this.#edge.size;
  }

  /** Root over everything appended so far. */
  root(): TreeHash {
    return this.#edge.root();
  }

  append(leaf: Uint8Array): void {
    this.#bundle.push(leaf);
    for (const { level, index, hashes } of this.#edge.append(sha256Tree.leaf(leaf))) {
      this.#write(tilePath(level, index), Buffer.concat(hashes));
      if (level > 0) continue;
      this.#write(bundlePath(index), bundleOf(this.#bundle));
      this.#bundle = [];
    }
  }

  /** Writes what does not fill a tile yet, then the size; what the size does not cover counts as not there. */
  flush(): void {
    const index = (level: number): number => Math.floor(this.size / tileWidth ** (level + 1));
    this.#edge.unfinished().forEach((hashes, level) => {
      if (hashes.length > 0) this.#write(tilePath(level, index(level), hashes.length), Buffer.concat(hashes));
    });
    if (this.#bundle.length > 0) this.#write(bundlePath(index(0), this.#bundle.length), bundleOf(this.#bundle));
    syncFolder(this.#folder);
    replaceFile(join(this.#folder, 'size'), Buffer.from(`${this.size}\n`));
    sweep(this.#folder, this.#flushed, this.size);
    this.#flushed = this.size;
  }

  #storedSize(): number {
    const path = join(this.#folder, 'size');
    return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  }

  #resume(size: number): void {
    const levels: (readonly TreeHash[])[] = [];
    for (let level = 0, left = size; left > 0; level += 1, left = Math.floor(left / tileWidth)) {
      const width = left % tileWidth;
      levels.push(width === 0 ? [] : hashesOf(readFileSync(join(this.#folder, tilePath(level, Math.floor(left / tileWidth), width)))));
    }
    this.#edge = new RightEdge(sha256Tree, size, levels);
    const width = size % tileWidth;
    if (width > 0) this.#bundle = [...entriesOf(readFileSync(join(this.#folder, bundlePath(Math.floor(size / tileWidth), width))))];
  }

  #write(path: string, bytes: Buffer): void {
    replaceFile(join(this.#folder, path), bytes);
  }
}
