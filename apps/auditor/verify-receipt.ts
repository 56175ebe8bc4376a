import canonicalize from 'canonicalize';
import {
  commitsTo,
  parsePolicy,
  parseTlogProof,
  provedBy,
  readEntry,
  sha256Tree,
  verifyTlogProof,
  type LedgerEntry,
  type Policy,
  type ProofVerdict,
  type ProvedEntry,
  type TlogProof,
} from '../../libs/ledger/src/index.ts';
import { exitCodes, type Report } from './report.ts';

const report = (exitCode: number, ...sentences: readonly string[]): Report => ({ exitCode, sentences });

const proofSentences: Readonly<Record<Exclude<ProofVerdict, { good: true }>['why'], (name: string) => Report>> = {
  not_included: (name) => report(exitCodes.altered, `Entry ${name} is not what the signed tree holds at its place.`),
  unknown_origin: (name) => report(exitCodes.signature, `The policy does not know the log ${name}.`),
  bad_signature: (name) => report(exitCodes.signature, `The signature of ${name} is bad.`),
  no_log_signature: (name) => report(exitCodes.signature, `The log ${name} has not signed the checkpoint.`),
  unknown_signature: (name) => report(exitCodes.signature, `The checkpoint carries a signature of ${name}, whom the policy does not name.`),
  no_quorum: (name) => report(exitCodes.signature, `The witnesses do not make the quorum ${name}.`),
};

const judged = (policy: Policy, proof: TlogProof, carried: ProvedEntry, leaf: LedgerEntry): Report => {
  const verdict = verifyTlogProof(sha256Tree, policy, proof, sha256Tree.leaf(Buffer.from(carried.leaf, 'utf8')));
  if (!verdict.good) return proofSentences[verdict.why](verdict.name);
  if (leaf.n !== String(proof.index))
    return report(exitCodes.altered, `The entry says it is number ${leaf.n}, the proof is about ${proof.index}.`);
  if (!commitsTo(leaf, Buffer.from(canonicalize(carried.data) ?? '', 'utf8')))
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
  const carried = proof === null ? null : provedBy(proof.extra);
  const leaf = carried === null ? null : readEntry(Buffer.from(carried.leaf, 'utf8'));
  if (proof === null || carried === null || leaf === null) return report(exitCodes.usage, 'The file is not a receipt.');
  return judged(policy, proof, carried, leaf);
};
