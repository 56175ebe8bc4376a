import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import {
  parsePolicy,
  parseTlogProof,
  sha256Tree,
  verifyTlogProof,
  type Policy,
  type ProofVerdict,
  type TlogProof,
} from '../../libs/ledger/src/index.ts';
import { exitCodes, type Report } from './report.ts';

/** What a receipt carries beside the proof: the entry, and the stored data it commits to. */
interface Carried {
  readonly leaf: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Leaf {
  readonly n: string;
  readonly stream: string;
  readonly rev: string;
  readonly type: string;
  readonly data: string;
  readonly meta: Readonly<Record<string, string>>;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Said to the reader as a file that is none.
    return null;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const carriedBy = ({ extra }: TlogProof): Carried | null => {
  const value = extra === null ? null : jsonOf(Buffer.from(extra).toString('utf8'));
  return isRecord(value) && typeof value['leaf'] === 'string' && isRecord(value['data'])
    ? { leaf: value['leaf'], data: value['data'] }
    : null;
};

const leafFrom = (text: string): Leaf | null => {
  const value = jsonOf(text);
  const isWhole =
    isRecord(value) && ['n', 'stream', 'rev', 'type', 'data'].every((key) => typeof value[key] === 'string') && isRecord(value['meta']);
  return isWhole ? (value as unknown as Leaf) : null;
};

const report = (exitCode: number, ...sentences: readonly string[]): Report => ({ exitCode, sentences });

const proofSentences: Readonly<Record<Exclude<ProofVerdict, { good: true }>['why'], (name: string) => Report>> = {
  not_included: (name) => report(exitCodes.altered, `Entry ${name} is not what the signed tree holds at its place.`),
  unknown_origin: (name) => report(exitCodes.signature, `The policy does not know the log ${name}.`),
  bad_signature: (name) => report(exitCodes.signature, `The signature of ${name} is bad.`),
  no_log_signature: (name) => report(exitCodes.signature, `The log ${name} has not signed the checkpoint.`),
  unknown_signature: (name) => report(exitCodes.signature, `The checkpoint carries a signature of ${name}, whom the policy does not name.`),
  no_quorum: (name) => report(exitCodes.signature, `The witnesses do not make the quorum ${name}.`),
};

/** Whether the data that lie beside an entry are those it commits to. */
const dataMatch = ({ data: hash }: Leaf, data: Carried['data']): boolean =>
  createHash('sha256')
    .update(canonicalize(data) ?? '', 'utf8')
    .digest('base64url') === hash;

const judged = (policy: Policy, proof: TlogProof, carried: Carried, leaf: Leaf): Report => {
  const verdict = verifyTlogProof(sha256Tree, policy, proof, sha256Tree.leaf(Buffer.from(carried.leaf, 'utf8')));
  if (!verdict.good) return proofSentences[verdict.why](verdict.name);
  if (leaf.n !== String(proof.index))
    return report(exitCodes.altered, `The entry says it is number ${leaf.n}, the proof is about ${proof.index}.`);
  if (!dataMatch(leaf, carried.data))
    return report(exitCodes.altered, `The data in the receipt are not those that entry ${leaf.n} commits to.`);
  const { size, origin } = proof.checkpoint;
  return report(
    exitCodes.good,
    `${leaf.type} of ${leaf.stream}, recorded ${leaf.meta['occurredAt'] ?? 'at an unknown time'}, is entry ${leaf.n} of ${origin}.`,
    `The log has signed it within its first ${size} entries, and the policy's quorum agrees.`,
  );
};

/**
 * Checks a receipt by itself: no database, no network, nothing but the file and the policy.
 *
 * @returns 0 good, 10 altered, 20 signature or quorum, 60 not a receipt or not a policy
 */
export const verifyReceipt = (file: Uint8Array, policyText: string): Report => {
  const policy = parsePolicy(policyText);
  if ('why' in policy) return report(exitCodes.usage, `The policy is none: line ${policy.line}, ${policy.why}.`);
  const proof = parseTlogProof(file);
  const carried = proof === null ? null : carriedBy(proof);
  const leaf = carried === null ? null : leafFrom(carried.leaf);
  if (proof === null || carried === null || leaf === null) return report(exitCodes.usage, 'The file is not a receipt.');
  return judged(policy, proof, carried, leaf);
};
