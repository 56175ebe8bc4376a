import { splitPoint, type TreeHash, type TreeHasher } from './tree-hasher.ts';

/** Root of a tree over leaf hashes, word for word as RFC 6962 §2.1 defines it. Slow on purpose: what is fast is compared with it. */
export const referenceRoot = (hasher: TreeHasher, leaves: readonly TreeHash[]): TreeHash => {
  const [only] = leaves;
  if (only === undefined) return hasher.empty;
  if (leaves.length === 1) return only;
  const split = splitPoint(leaves.length);
  return hasher.node(referenceRoot(hasher, leaves.slice(0, split)), referenceRoot(hasher, leaves.slice(split)));
};

/** Audit path of a leaf, nearest first (RFC 6962 §2.1.1). @param index  below the number of leaves */
export const referenceInclusion = (hasher: TreeHasher, index: number, leaves: readonly TreeHash[]): readonly TreeHash[] => {
  if (leaves.length < 2) return [];
  const split = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...referenceInclusion(hasher, index, left), referenceRoot(hasher, right)]
    : [...referenceInclusion(hasher, index - split, right), referenceRoot(hasher, left)];
};

const subproof = (hasher: TreeHasher, size: number, leaves: readonly TreeHash[], isWhole: boolean): readonly TreeHash[] => {
  if (size === leaves.length) return isWhole ? [] : [referenceRoot(hasher, leaves)];
  const split = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subproof(hasher, size, left, isWhole), referenceRoot(hasher, right)]
    : [...subproof(hasher, size - split, right, false), referenceRoot(hasher, left)];
};

/** Proof that the tree over the first `size` leaves is a beginning of the whole (RFC 6962 §2.1.2). @param size  from 1 */
export const referenceConsistency = (hasher: TreeHasher, size: number, leaves: readonly TreeHash[]): readonly TreeHash[] =>
  subproof(hasher, size, leaves, true);
