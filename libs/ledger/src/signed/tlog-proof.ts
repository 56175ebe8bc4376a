import { verifyInclusion, type TreeHash, type TreeHasher } from '../merkle/index.ts';
import { decimal, hashLine, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { strictBase64 } from './note.ts';
import { verifyCheckpoint, type CheckpointVerdict, type Policy } from './policy.ts';

const firstLine = 'c2sp.org/tlog-proof@v1';

/** Proof that an entry is in a log under a checkpoint. @see C2SP tlog-proof */
export interface TlogProof {
  /** Place of the entry, 0-based. */
  readonly index: number;
  /** Audit path, nearest first. */
  readonly path: readonly TreeHash[];
  readonly checkpoint: Checkpoint;
  /** Not authenticated by itself: here the entry's own bytes, which the path then proves. */
  readonly extra: Uint8Array | null;
}

/** A proof as bytes. @param checkpoint  as it was published, with its signatures */
export const formatTlogProof = (proof: Omit<TlogProof, 'checkpoint'> & { readonly checkpoint: Uint8Array }): Buffer => {
  const extra = proof.extra === null ? [] : [`extra ${Buffer.from(proof.extra).toString('base64')}`];
  const path = proof.path.map((hash) => Buffer.from(hash).toString('base64'));
  const head = [firstLine, ...extra, `index ${proof.index}`, ...path, '', ''].join('\n');
  return Buffer.concat([Buffer.from(head, 'utf8'), proof.checkpoint]);
};

const mostPathLines = 63;

/** Audit path, one hash to a line; null when a line is none or there are more than any tree needs. */
const readPath = (lines: readonly string[]): readonly TreeHash[] | null => {
  const path = lines.map(hashLine).filter((hash) => hash !== null);
  return path.length === lines.length && path.length <= mostPathLines ? path : null;
};

const readIndex = (line = ''): number | null => (line.startsWith('index ') ? decimal(line.slice('index '.length)) : null);

/** The lines before the checkpoint. */
const readBody = (lines: readonly string[]): Omit<TlogProof, 'checkpoint'> | null => {
  const [first, second = ''] = lines;
  const hasExtra = second.startsWith('extra ');
  const extra = hasExtra ? strictBase64(second.slice('extra '.length)) : null;
  const [indexLine, ...pathLines] = lines.slice(hasExtra ? 2 : 1);
  const [index, path] = [readIndex(indexLine), readPath(pathLines)];
  const isWhole = first === firstLine && (extra !== null) === hasExtra;
  return !isWhole || index === null || path === null ? null : { index, path, extra };
};

/** Reads a proof, nothing of it verified yet; null when it is not of the form. */
export const parseTlogProof = (bytes: Uint8Array): TlogProof | null => {
  const split = Buffer.from(bytes).indexOf('\n\n');
  if (split < 0) return null;
  const body = readBody(Buffer.from(bytes).subarray(0, split).toString('utf8').split('\n'));
  const checkpoint = parseCheckpoint(bytes.subarray(split + 2));
  return body === null || checkpoint === null ? null : { ...body, checkpoint };
};

export type ProofVerdict =
  | CheckpointVerdict
  /** The path does not lead from this entry to the root. */
  | { readonly good: false; readonly why: 'not_included'; readonly name: string };

/** Whether a policy's log holds this entry: checkpoint, quorum and path. @param leaf  tree hash of the entry */
export const verifyTlogProof = (
  hasher: TreeHasher,
  policy: Policy,
  { index, path, checkpoint }: TlogProof,
  leaf: TreeHash,
): ProofVerdict => {
  const verdict = verifyCheckpoint(policy, checkpoint);
  if (!verdict.good) return verdict;
  const included = verifyInclusion(hasher, leaf, { index, size: checkpoint.size, path }, checkpoint.root);
  return included ? verdict : { good: false, why: 'not_included', name: String(index) };
};
