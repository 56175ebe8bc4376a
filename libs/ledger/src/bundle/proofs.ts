import canonicalize from 'canonicalize';
import { sha256Tree } from '../sha256.ts';
import { parseTlogProof, verifyTlogProof, type Policy } from '../signed/index.ts';
import { bundledEvent, provedBy, type BundledEvent } from './entry.ts';
import type { BundleReader } from './read-bundle.ts';
import { FaultFound } from './verdict.ts';

/** Checks every proof of a bundle, in the order of the log. @throws FaultFound at the first that is wrong */
export const followProofs = async (
  bundle: BundleReader,
  policy: Policy,
  checkpoint: Uint8Array,
  onEvent: (event: BundledEvent) => Promise<void> | void,
): Promise<number> => {
  const indices = bundle.names.flatMap((name) => /^proofs\/(\d+)\.tlog-proof$/.exec(name)?.[1] ?? []).map(Number);
  for (const index of indices.sort((a, b) => a - b)) {
    const name = `proofs/${index}.tlog-proof`;
    const bytes = (await bundle.read(name)) ?? Buffer.alloc(0);
    const proof = parseTlogProof(bytes);
    const entry = proof === null ? null : provedBy(proof.extra);
    if (proof === null || entry === null) throw new FaultFound('altered', 'proof', 'not_a_proof', name);
    if (!bytes.subarray(bytes.length - checkpoint.length).equals(checkpoint))
      throw new FaultFound('altered', 'proof', 'other_checkpoint', name);
    const leaf = Buffer.from(entry.leaf, 'utf8');
    const verdict = verifyTlogProof(sha256Tree, policy, proof, sha256Tree.leaf(leaf));
    if (!verdict.good || proof.index !== index) throw new FaultFound('altered', 'proof', 'not_included', name);
    await onEvent(bundledEvent(leaf, Buffer.from(canonicalize(entry.data) ?? '', 'utf8'), index));
  }
  return indices.length;
};
