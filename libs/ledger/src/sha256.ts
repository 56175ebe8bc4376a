import { createHash } from 'node:crypto';
import type { TreeHasher } from './merkle/index.ts';

const [leafPrefix, nodePrefix] = [Uint8Array.of(0), Uint8Array.of(1)];

/** The tree hashes of RFC 6962 §2.1 over SHA-256. */
export const sha256Tree: TreeHasher = {
  empty: createHash('sha256').digest(),
  leaf: (entry) => createHash('sha256').update(leafPrefix).update(entry).digest(),
  node: (left, right) => createHash('sha256').update(nodePrefix).update(left).update(right).digest(),
};
