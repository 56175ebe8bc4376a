import { sameHash, splitPoint, type TreeHash, type TreeHasher } from './tree-hasher.ts';

/** Root of the perfect or ragged tree over the leaves from `first` up to `end`, however it is found. */
export type RangeRoot = (first: number, end: number) => TreeHash;

/** Audit path of a leaf in a tree of `size` leaves, nearest first (RFC 6962 §2.1.1). @param index  from 0 to size − 1 */
export const proveInclusion = (rootOf: RangeRoot, index: number, size: number): readonly TreeHash[] => {
  const path: TreeHash[] = [];
  let [first, end] = [0, size];
  while (end - first > 1) {
    const split = first + splitPoint(end - first);
    if (index < split) {
      path.push(rootOf(split, end));
      end = split;
    } else {
      path.push(rootOf(first, split));
      first = split;
    }
  }
  return path.reverse();
};

/** Proof that the first `size` leaves of `of` are the beginning of it (RFC 6962 §2.1.2). @param size  from 1 to `of` */
export const proveConsistency = (rootOf: RangeRoot, size: number, of: number): readonly TreeHash[] => {
  const path: TreeHash[] = [];
  let [first, end, isWhole] = [0, of, true];
  while (size !== end) {
    const split = first + splitPoint(end - first);
    if (size <= split) {
      path.push(rootOf(split, end));
      end = split;
    } else {
      path.push(rootOf(first, split));
      first = split;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(rootOf(first, end));
  return path.reverse();
};

interface Climb {
  /** Root of the tree that the left siblings alone belong to. */
  readonly older: TreeHash;
  /** Root of the whole tree. */
  readonly newer: TreeHash;
}

/** Where a node is last of its row and a left child, its parents are the same node: up to the first that has a left sibling. */
const skipAlone = (at: number, last: number): readonly [number, number] => {
  let [node, end] = [at, last];
  while (node % 2 === 0 && node !== 0) [node, end] = [node / 2, Math.floor(end / 2)];
  return [node, end];
};

/** Hashes a node upwards with its siblings; null when the path is longer or shorter than the tree is high. */
const climb = (
  hasher: TreeHasher,
  begin: { readonly at: number; readonly last: number; readonly seed: TreeHash },
  path: readonly TreeHash[],
): Climb | null => {
  let { at, last } = begin;
  let [older, newer] = [begin.seed, begin.seed];
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      [older, newer] = [hasher.node(sibling, older), hasher.node(sibling, newer)];
      [at, last] = skipAlone(at, last);
    } else newer = hasher.node(newer, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? { older, newer } : null;
};

const isWithin = (number: number, first: number, last: number): boolean =>
  Number.isSafeInteger(number) && Number.isSafeInteger(last) && number >= first && number <= last;

/** Whether the path leads from a leaf hash at `index` to the root of a tree of `size` (RFC 9162 §2.1.3.2). */
export const verifyInclusion = (
  hasher: TreeHasher,
  leaf: TreeHash,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly TreeHash[] },
  root: TreeHash,
): boolean => {
  if (leaf.length !== hasher.empty.length || !isWithin(index, 0, size - 1)) return false;
  const reached = climb(hasher, { at: index, last: size - 1, seed: leaf }, path);
  return reached !== null && sameHash(reached.newer, root);
};

/** Whether the tree with `root1` over `size1` leaves is the beginning of that with `root2` over `size2` (RFC 9162 §2.1.4.2). `size1` from 1. */
export const verifyConsistency = (
  hasher: TreeHasher,
  { size1, size2, path }: { readonly size1: number; readonly size2: number; readonly path: readonly TreeHash[] },
  root1: TreeHash,
  root2: TreeHash,
): boolean => {
  if (!isWithin(size1, 1, size2)) return false;
  if (size1 === size2) return path.length === 0 && sameHash(root1, root2);
  let [at, last] = [size1 - 1, size2 - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  // The older tree is perfect: its root is where the climb begins, and the path does not repeat it.
  const [first, ...others] = at === 0 ? [root1, ...path] : path;
  const reached = first === undefined ? null : climb(hasher, { at, last, seed: first }, others);
  return reached !== null && sameHash(reached.older, root1) && sameHash(reached.newer, root2);
};
