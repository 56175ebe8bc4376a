import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tileWidth, type RangeRoot, type TreeHash, type TreeHasher } from './merkle/index.ts';
import { bundlePath, tilePath, unfinishedAt } from './tile-paths.ts';
import { entriesOf } from './tiles.ts';

const hashBytes = 32;
const levelBits = 8;

/** Reads one file of a ledger by its path, `tile/0/000`; null when there is none. */
export type ReadLedgerFile = (path: string) => Buffer | null;

/** Files of a ledger in a folder. */
export const ledgerFolder =
  (folder: string): ReadLedgerFile =>
  (path) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null;

/** A file of the ledger that should be there is not, or is shorter than the tree needs. */
export class MissingTile extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is missing or cut off`);
    this.path = path;
  }
}

/** The largest power of two that divides `first` and is not larger than what is left. */
const perfectWidth = (first: number, left: number): number => {
  let width = 1;
  while (width * 2 <= left && first % (width * 2) === 0) width *= 2;
  return width;
};

/**
 * A tree of a given size, read from tiles: hashes of leaves, roots of ranges, entries.
 *
 * @throws MissingTile from every reading
 */
export class TileReader {
  readonly size: number;
  readonly #read: ReadLedgerFile;
  readonly #hasher: TreeHasher;
  readonly #filesSize: number;
  readonly #tiles = new Map<string, Buffer>();

  /**
   * @param size  leaves of the tree
   * @param filesSize  leaves that the files hold, from `size` on: an earlier tree is read from the files of a later one
   */
  constructor(read: ReadLedgerFile, hasher: TreeHasher, size: number, filesSize = size) {
    this.#read = read;
    this.#hasher = hasher;
    this.size = size;
    this.#filesSize = filesSize;
  }

  /** How many hashes or entries the file at a place holds: all, or those of the unfinished right edge. */
  #widthAt(level: number, index: number): number {
    const edge = unfinishedAt(this.#filesSize, level);
    return index === edge.index ? edge.width : tileWidth;
  }

  #tile(level: number, index: number): Buffer {
    const width = this.#widthAt(level, index);
    const path = tilePath(level, index, width);
    const kept = this.#tiles.get(path);
    if (kept !== undefined) return kept;
    const bytes = this.#read(path);
    if (bytes === null || bytes.length < width * hashBytes) throw new MissingTile(path);
    if (this.#tiles.size > 4096) this.#tiles.clear();
    this.#tiles.set(path, bytes);
    return bytes;
  }

  /** Root of the perfect subtree of 2^bits leaves whose first leaf is `first`. */
  #perfectRoot(first: number, bits: number): TreeHash {
    const level = Math.floor(bits / levelBits);
    const within = 2 ** (bits % levelBits);
    const at = first / 2 ** (level * levelBits);
    const tile = this.#tile(level, Math.floor(at / tileWidth));
    const offset = at % tileWidth;
    let row: readonly TreeHash[] = Array.from({ length: within }, (_hash, index) =>
      tile.subarray((offset + index) * hashBytes, (offset + index + 1) * hashBytes),
    );
    while (row.length > 1)
      row = row.flatMap((left, index) => (index % 2 === 0 ? [this.#hasher.node(left, row[index + 1] ?? this.#hasher.empty)] : []));
    return row[0] ?? this.#hasher.empty;
  }

  /** Root over the leaves from `first` up to `end`, as audit paths and consistency proofs need them. */
  rootOf: RangeRoot = (first, end) => {
    const roots: TreeHash[] = [];
    for (let at = first; at < end;) {
      const width = perfectWidth(at, end - at);
      roots.push(this.#perfectRoot(at, Math.log2(width)));
      at += width;
    }
    return roots.reduceRight((right, left) => this.#hasher.node(left, right), roots.pop() ?? this.#hasher.empty);
  };

  /** Root of the whole tree. */
  root(): TreeHash {
    return this.rootOf(0, this.size);
  }

  /** Tree hash of one leaf. @param index  0 to size − 1 */
  leafHash(index: number): TreeHash {
    return this.#perfectRoot(index, 0);
  }

  /** The entries of one bundle, as many as this tree has of it. @param index  of the bundle: its first entry divided by 256 */
  entries(index: number): readonly Buffer[] {
    const width = this.#widthAt(0, index);
    const path = bundlePath(index, width);
    const bytes = this.#read(path);
    const entries = bytes === null ? [] : entriesOf(bytes);
    if (entries.length < width) throw new MissingTile(path);
    return entries.slice(0, this.size - index * tileWidth);
  }
}
