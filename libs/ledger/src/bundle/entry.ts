import { createHash } from 'node:crypto';
import { FaultFound } from './verdict.ts';

/** An event as a bundle tells it: what its entry says, with the data that the entry commits to. */
export interface BundledEvent {
  readonly n: number;
  readonly streamId: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** As stored, with its salt. */
  readonly data: Readonly<Record<string, unknown>>;
}

interface Leaf {
  readonly n: string;
  readonly stream: string;
  readonly rev: string;
  readonly id: string;
  readonly type: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly data: string;
}

const isLeaf = (value: Partial<Leaf> | null): value is Leaf =>
  value !== null &&
  [value.n, value.stream, value.rev, value.id, value.type, value.data].every((member) => typeof member === 'string') &&
  typeof value.meta === 'object';

const leafFrom = (entry: Uint8Array): Leaf | null => {
  try {
    const value = JSON.parse(Buffer.from(entry).toString('utf8')) as Partial<Leaf> | null;
    return isLeaf(value) ? value : null;
  } catch {
    // Told as an entry that is none.
    return null;
  }
};

/**
 * Reads an entry with its data.
 *
 * @param data  canonical JSON of the stored data, byte for byte
 * @throws FaultFound when the entry is none, stands at another place, or commits to other data
 */
export const bundledEvent = (entry: Uint8Array, data: Uint8Array, n: number): BundledEvent => {
  const leaf = leafFrom(entry);
  if (leaf === null) throw new FaultFound('altered', 'proof', 'not_an_entry', `entry ${n}`);
  const name = `${leaf.stream}@${leaf.rev} (${leaf.type})`;
  if (leaf.n !== String(n)) throw new FaultFound('altered', 'proof', 'entry_misplaced', name);
  if (createHash('sha256').update(data).digest('base64url') !== leaf.data) throw new FaultFound('altered', 'proof', 'data_altered', name);
  return {
    n,
    streamId: leaf.stream,
    revision: Number(leaf.rev),
    id: leaf.id,
    type: leaf.type,
    metadata: leaf.meta,
    data: JSON.parse(Buffer.from(data).toString('utf8')) as BundledEvent['data'],
  };
};
