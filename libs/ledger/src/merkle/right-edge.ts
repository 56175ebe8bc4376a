import type { TreeHash, TreeHasher } from './tree-hasher.ts';

/** How many hashes stand in one tile: 2^8 (C2SP tlog-tiles). */
export const tileWidth = 256;

/** A tile that has just become full. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: readonly TreeHash[];
}

/** Root of a whole tile: 256 hashes, or any other power of two. */
const perfectRoot = (hasher: TreeHasher, hashes: readonly TreeHash[]): TreeHash => {
  let row = hashes;
  while (row.length > 1) {
    const above: TreeHash[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) above.push(hasher.node(row[at] ?? hasher.empty, row[at + 1] ?? hasher.empty));
    row = above;
  }
  return row[0] ?? hasher.empty;
};

/** Roots of the perfect trees that a row of hashes falls into, largest first. */
const perfectRoots = (hasher: TreeHasher, hashes: readonly TreeHash[]): readonly TreeHash[] => {
  const roots: TreeHash[] = [];
  let at = 0;
  for (let width = tileWidth / 2; width >= 1; width /= 2) {
    if ((hashes.length & width) === 0) continue;
    roots.push(perfectRoot(hasher, hashes.slice(at, at + width)));
    at += width;
  }
  return roots;
};

/** The growing right edge of a tree: for each level of tiles the hashes that do not fill a tile yet. All a root needs. */
export class RightEdge {
  readonly #hasher: TreeHasher;
  readonly #levels: TreeHash[][];
  #size: number;

  /** @param levels  hashes of the unfinished tile of each level, as they were; none for an empty tree */
  constructor(hasher: TreeHasher, size = 0, levels: readonly (readonly TreeHash[])[] = []) {
    this.#hasher = hasher;
    this.#size = size;
    this.#levels = levels.map((hashes) => [...hashes]);
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** Adds one leaf hash. @returns the tiles that are full now, lowest level first */
  append(leaf: TreeHash): readonly FullTile[] {
    const full: FullTile[] = [];
    let carried: TreeHash | null = leaf;
    this.#size += 1;
    for (let level = 0; carried !== null; level += 1) {
      const hashes: TreeHash[] = (this.#levels[level] ??= []);
      hashes.push(carried);
      carried = null;
      if (hashes.length === tileWidth) {
        full.push({ level, index: this.#size / tileWidth ** (level + 1) - 1, hashes });
        carried = perfectRoot(this.#hasher, hashes);
        this.#levels[level] = [];
      }
    }
    return full;
  }

  /** Hashes of the unfinished tile of each level, lowest first. */
  unfinished(): readonly (readonly TreeHash[])[] {
    return this.#levels;
  }

  /** Root over everything appended so far (RFC 6962 §2.1). */
  root(): TreeHash {
    const roots = this.#levels.toReversed().flatMap((hashes) => perfectRoots(this.#hasher, hashes));
    return (
      roots.reduceRight<TreeHash | null>((right, left) => (right === null ? left : this.#hasher.node(left, right)), null) ??
      this.#hasher.empty
    );
  }
}
