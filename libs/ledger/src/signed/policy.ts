import { checkpointMessage, type Checkpoint } from './checkpoint.ts';
import { parseVerifierKey, signatureTypes, verifyNote, type VerifierKey } from './note.ts';

/** A witness or a group of them by name: how many of its members have to agree. */
interface Group {
  readonly name: string;
  readonly needed: number;
  readonly members: readonly string[];
}

/** Whom an auditor trusts, in a file kept outside the system. @see C2SP tlog-policy */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly (VerifierKey & { readonly alias: string; readonly url: string | null })[];
  readonly groups: readonly Group[];
  /** Name of a witness or group, or `none`. */
  readonly quorum: string;
}

export interface PolicyFault {
  /** 1-based. */
  readonly line: number;
  readonly why: string;
}

type Draft = { -readonly [K in keyof Policy]: Policy[K] extends readonly (infer T)[] ? T[] : Policy[K] };
type Reader = (draft: Draft, words: readonly string[]) => string | null;

const isTaken = ({ witnesses, groups }: Draft, name: string): boolean =>
  name === 'none' || witnesses.some(({ alias }) => alias === name) || groups.some((group) => group.name === name);

const readLog: Reader = (draft, [key = '', ...rest]) => {
  const log = parseVerifierKey(key);
  if (log?.type !== signatureTypes.log || rest.length > 1) return 'not the key of a log';
  draft.logs.push(log);
  return null;
};

const readWitness: Reader = (draft, [alias = '', key = '', url = null, ...rest]) => {
  const witness = parseVerifierKey(key);
  if (witness?.type !== signatureTypes.cosignature || rest.length > 0) return 'not the key of a witness';
  if (isTaken(draft, alias)) return `the name ${alias} is taken`;
  draft.witnesses.push({ ...witness, alias, url });
  return null;
};

const neededOf = (word: string, count: number): number | null => {
  if (word === 'all') return count;
  if (word === 'any') return 1;
  const needed = /^[1-9]\d{0,3}$/.test(word) ? Number(word) : 0;
  return needed >= 1 && needed <= count ? needed : null;
};

const readGroup: Reader = (draft, [name = '', word = '', ...members]) => {
  const needed = members.length === 0 ? null : neededOf(word, members.length);
  if (needed === null) return 'not a number of members';
  if (isTaken(draft, name)) return `the name ${name} is taken`;
  const member = members.find((one) => one === 'none' || !isTaken(draft, one));
  if (member !== undefined) return `there is no ${member}`;
  const used = [...draft.groups.flatMap((group) => group.members), ...members];
  const twice = members.find((one) => used.filter((other) => other === one).length > 1);
  if (twice !== undefined) return `${twice} is a member twice`;
  draft.groups.push({ name, needed, members });
  return null;
};

const readQuorum: Reader = (draft, [name = '', ...rest]) => {
  if (draft.quorum !== '' || rest.length > 0) return 'more than one quorum';
  if (!isTaken(draft, name)) return `there is no ${name}`;
  draft.quorum = name;
  return null;
};

const readers: Readonly<Record<string, Reader>> = { log: readLog, witness: readWitness, group: readGroup, quorum: readQuorum };

/** Reads a policy file; the first line that is wrong, with the reason, when it is none. */
export const parsePolicy = (text: string): Policy | PolicyFault => {
  const draft: Draft = { logs: [], witnesses: [], groups: [], quorum: '' };
  for (const [index, line] of text.split('\n').entries()) {
    const [kind = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (kind === '' || kind.startsWith('#')) continue;
    const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
    const why = read === undefined ? `unknown word ${kind}` : read(draft, words);
    if (why !== null) return { line: index + 1, why };
  }
  return draft.quorum === '' ? { line: text.split('\n').length, why: 'no quorum' } : draft;
};

const agrees = (policy: Policy, seen: readonly VerifierKey[], name: string): boolean => {
  if (name === 'none') return true;
  const witness = policy.witnesses.find(({ alias }) => alias === name);
  if (witness !== undefined) return seen.includes(witness);
  const group = policy.groups.find((one) => one.name === name);
  return group !== undefined && group.members.filter((member) => agrees(policy, seen, member)).length >= group.needed;
};

export type CheckpointVerdict =
  | { readonly good: true }
  | {
      readonly good: false;
      readonly why: 'unknown_origin' | 'bad_signature' | 'no_log_signature' | 'no_quorum' | 'unknown_signature';
      readonly name: string;
    };

/**
 * Whether a checkpoint is signed by a log of the policy under its own name and by a quorum of its witnesses.
 *
 * Strict: a line that no key of the policy explains is refused, so that nobody can add to what was published.
 */
export const verifyCheckpoint = (policy: Policy, { origin, note }: Checkpoint): CheckpointVerdict => {
  const logs = policy.logs.filter(({ name }) => name === origin);
  if (logs.length === 0) return { good: false, why: 'unknown_origin', name: origin };
  const keys = [...logs, ...policy.witnesses];
  const unknown = note.signatures.find((line) => !keys.some(({ name, id }) => name === line.name && id === line.id));
  if (unknown !== undefined) return { good: false, why: 'unknown_signature', name: unknown.name };
  const verdict = verifyNote(note, keys, checkpointMessage);
  if (!verdict.good)
    return { good: false, why: verdict.why === 'bad_signature' ? 'bad_signature' : 'no_log_signature', name: verdict.name ?? origin };
  if (!verdict.signers.some((signer) => logs.includes(signer))) return { good: false, why: 'no_log_signature', name: origin };
  return agrees(policy, verdict.signers, policy.quorum) ? { good: true } : { good: false, why: 'no_quorum', name: policy.quorum };
};
