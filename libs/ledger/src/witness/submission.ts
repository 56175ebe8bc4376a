import type { TreeHash } from '../merkle/index.ts';
import { decimal, hashLine, parseCheckpoint, type Checkpoint } from '../signed/checkpoint.ts';

/** A tree that a log wants cosigned, with the proof that it continues an earlier one. */
export interface Submission {
  readonly oldSize: number;
  readonly proof: readonly TreeHash[];
  readonly checkpoint: Checkpoint;
}

/** A proof between trees of up to 2^63 leaves has no more lines. */
const mostProofLines = 63;

/** The body of a request. @param checkpoint  as it was signed by the log @see C2SP tlog-witness */
export const formatSubmission = (oldSize: number, proof: readonly TreeHash[], checkpoint: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from([`old ${oldSize}`, ...proof.map((hash) => Buffer.from(hash).toString('base64')), '', ''].join('\n'), 'utf8'),
    checkpoint,
  ]);

/** Reads the body of a request, nothing of it verified yet; null when it is not of the form. */
export const parseSubmission = (body: Uint8Array): Submission | null => {
  const bytes = Buffer.from(body);
  const split = bytes.indexOf('\n\n');
  const [first = '', ...lines] = split < 0 ? [] : bytes.subarray(0, split).toString('utf8').split('\n');
  const oldSize = first.startsWith('old ') ? decimal(first.slice('old '.length)) : null;
  const proof = lines.map(hashLine).filter((hash) => hash !== null);
  const checkpoint = split < 0 ? null : parseCheckpoint(bytes.subarray(split + 2));
  const isWhole = proof.length === lines.length && proof.length <= mostProofLines;
  return oldSize === null || checkpoint === null || !isWhole ? null : { oldSize, proof, checkpoint };
};
