import { sameHash, verifyConsistency } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import { parseCheckpoint, verifyCheckpoint, type Checkpoint, type Policy } from '../signed/index.ts';
import { formatSubmission, parseSubmission } from '../witness/submission.ts';
import { bundleFiles } from './layout.ts';
import type { BundleReader } from './read-bundle.ts';
import { FaultFound } from './verdict.ts';

const previousIn = (policy: Policy, bytes: Buffer): Checkpoint => {
  const previous = parseCheckpoint(bytes);
  if (previous === null) throw new FaultFound('signature', 'retained', 'not_a_checkpoint', bundleFiles.previous);
  const verdict = verifyCheckpoint(policy, previous);
  if (!verdict.good) throw new FaultFound('signature', 'retained', verdict.why, `${bundleFiles.previous} (${verdict.name})`);
  return previous;
};

/**
 * The earlier checkpoint that a bundle proves its own to continue; null when it proves none.
 *
 * @param bytes  of the bundle's checkpoint, verified before
 * @throws FaultFound when one of the two files is there alone, is not what it should be, or proves a fork
 */
export const provedPrevious = async (
  bundle: BundleReader,
  policy: Policy,
  bytes: Buffer,
  checkpoint: Checkpoint,
): Promise<Checkpoint | null> => {
  const [earlier, continuity] = [await bundle.read(bundleFiles.previous), await bundle.read(bundleFiles.consistency)];
  if (earlier === null && continuity === null) return null;
  if (earlier === null) throw new FaultFound('incomplete', 'retained', 'file_missing', bundleFiles.previous);
  if (continuity === null) throw new FaultFound('incomplete', 'retained', 'file_missing', bundleFiles.consistency);
  const previous = previousIn(policy, earlier);
  const { oldSize, proof } = parseSubmission(continuity) ?? { oldSize: -1, proof: [] };
  if (oldSize !== previous.size || previous.origin !== checkpoint.origin || !continuity.equals(formatSubmission(oldSize, proof, bytes)))
    throw new FaultFound('altered', 'retained', 'not_a_consistency_proof', bundleFiles.consistency);
  if (!verifyConsistency(sha256Tree, { size1: previous.size, size2: checkpoint.size, path: proof }, previous.root, checkpoint.root))
    throw new FaultFound(
      'fork',
      'retained',
      'history_forks',
      `the first ${previous.size} entries are not those of ${bundleFiles.previous}`,
    );
  return previous;
};

/**
 * Holds a bundle that does not tell the whole log against a checkpoint that the auditor kept.
 *
 * @param previous  what the bundle proves that it continues
 * @throws FaultFound 30 for a fork or a cut tail, 40 when the bundle has no proof from that size on
 */
export const heldAgainst = (retained: Checkpoint, checkpoint: Checkpoint, previous: Checkpoint | null): void => {
  if (retained.size > checkpoint.size)
    throw new FaultFound('fork', 'retained', 'tail_cut_off', `${retained.size} entries were retained, the bundle has ${checkpoint.size}`);
  const same = [checkpoint, previous].find((one) => one?.size === retained.size) ?? null;
  if (same === null)
    throw new FaultFound(
      'incomplete',
      'retained',
      'no_consistency_proof',
      `the bundle proves nothing about the first ${retained.size} entries`,
    );
  if (!sameHash(same.root, retained.root))
    throw new FaultFound('fork', 'retained', 'history_forks', `the first ${retained.size} entries are not those that were retained`);
};
