export { proveConsistency, proveInclusion, verifyConsistency, verifyInclusion, type RangeRoot } from './proofs.ts';
export { referenceConsistency, referenceInclusion, referenceRoot } from './reference.ts';
export { RightEdge, tileWidth, type FullTile } from './right-edge.ts';
export { sameHash, type TreeHash, type TreeHasher } from './tree-hasher.ts';
