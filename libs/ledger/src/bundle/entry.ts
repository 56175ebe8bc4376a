import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { erasedIn } from '../../../event-store/src/index.ts';
import { FaultFound } from './verdict.ts';

/** An event as a bundle tells it: what its entry says, with the data that the entry commits to. */
export interface BundledEvent {
  readonly n: number;
  readonly streamId: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** As stored, with its salt; or what an erasure has left, with its mark. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an entry of the ledger says (DESIGN §8); `data` is the hash of the stored data. */
export interface LedgerEntry {
  readonly n: string;
  readonly stream: string;
  readonly rev: string;
  readonly id: string;
  readonly type: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What stands beside a proof: the entry itself, and the stored data that it commits to. */
export interface ProvedEntry {
  readonly leaf: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object; null for anything else, which is told as a file or an entry that is none. */
const recordIn = (bytes: Uint8Array): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

const members = ['n', 'stream', 'rev', 'id', 'type', 'data'] as const;

/** Reads an entry; null when it is none. */
export const readEntry = (bytes: Uint8Array): LedgerEntry | null => {
  const value = recordIn(bytes);
  const isWhole = value !== null && members.every((name) => typeof value[name] === 'string') && isRecord(value['meta']);
  return isWhole ? (value as unknown as LedgerEntry) : null;
};

/** Reads what a proof carries; null when it carries no entry with its data. An erasure is told by the whole log: what is shown by itself is shown whole. */
export const provedBy = (extra: Uint8Array | null): ProvedEntry | null => {
  const value = extra === null ? null : recordIn(extra);
  const { leaf, data } = value ?? {};
  return typeof leaf === 'string' && isRecord(data) && erasedIn(data) === null ? { leaf, data } : null;
};

/** Whether an entry commits to these data. @param data  canonical JSON, byte for byte */
export const commitsTo = ({ data: hash }: LedgerEntry, data: Uint8Array): boolean =>
  createHash('sha256').update(data).digest('base64url') === hash;

/** The data of an entry: those that it commits to, or what an erasure has left of them, in its one spelling; null for any other. */
const dataIn = (entry: LedgerEntry, bytes: Uint8Array): Readonly<Record<string, unknown>> | null => {
  const data = recordIn(bytes);
  const erased = erasedIn(data);
  if (erased === null) return commitsTo(entry, bytes) ? data : null;
  return erased.dataHash === entry.data && Buffer.from(canonicalize(data) ?? '', 'utf8').equals(bytes) ? data : null;
};

/**
 * Reads an entry with its data, or with what an erasure has left of them: whether it is on record is for whoever reads the whole log.
 *
 * @param data  canonical JSON of the stored data, byte for byte
 * @throws FaultFound when the entry is none, stands at another place, or commits to other data
 */
export const bundledEvent = (entry: Uint8Array, data: Uint8Array, n: number): BundledEvent => {
  const leaf = readEntry(entry);
  if (leaf === null) throw new FaultFound('altered', 'proof', 'not_an_entry', `entry ${n}`);
  const name = `${leaf.stream}@${leaf.rev} (${leaf.type})`;
  if (leaf.n !== String(n)) throw new FaultFound('altered', 'proof', 'entry_misplaced', name);
  const stored = dataIn(leaf, data);
  if (stored === null) throw new FaultFound('altered', 'proof', 'data_altered', name);
  return {
    n,
    streamId: leaf.stream,
    revision: Number(leaf.rev),
    id: leaf.id,
    type: leaf.type,
    metadata: leaf.meta,
    data: stored,
  };
};
