/** A SHA-256 hash: 32 bytes. */
export type TreeHash = Uint8Array;

/** The three hashes of a tree (RFC 6962 §2.1); they come in from outside, so that the tree stays pure. */
export interface TreeHasher {
  /** Hash of the tree without entries: SHA-256 of nothing. */
  readonly empty: TreeHash;
  /** SHA-256(0x00 ‖ entry). */
  readonly leaf: (entry: Uint8Array) => TreeHash;
  /** SHA-256(0x01 ‖ left ‖ right). */
  readonly node: (left: TreeHash, right: TreeHash) => TreeHash;
}

/** Whether two hashes are the same bytes. */
export const sameHash = (a: TreeHash, b: TreeHash): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The largest power of two smaller than `size`; `size` is at least 2 (RFC 6962 §2.1). */
export const splitPoint = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};
