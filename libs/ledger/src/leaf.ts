import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { erasedIn, type RecordedEvent } from '../../event-store/src/index.ts';

/** Largest leaf: an entry bundle counts its bytes in 16 bits (C2SP tlog-tiles). */
export const maxLeafBytes = 65_535;

/** Form of the leaf; another form gets another name, and old leaves keep theirs for ever. */
const form = 'rapporteur-leaf/1';

const canonicalBytes = (value: unknown): Buffer => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no canonical JSON');
  return Buffer.from(text, 'utf8');
};

/** Hash of data as an entry commits to them: SHA-256 of their canonical JSON, base64url. */
export const dataHashOf = (data: unknown): string => createHash('sha256').update(canonicalBytes(data)).digest('base64url');

/**
 * The bytes of the ledger that stand for one event (DESIGN §8): it commits to the stored data with its salt and reveals nothing of it.
 *
 * Data whose content was erased say what their hash was: the entry stays what it was. Whether an erasure on record covers them is for
 * whoever checks to say (`ErasureCover`).
 *
 * @param index  0-based place among the ledgered events
 * @returns canonical JSON (RFC 8785) of form, place, stream, revision, id, type, metadata and the hash of the stored data
 * @throws RangeError when the leaf is larger than an entry may be; the event's limits keep it below
 */
export const leafOf = ({ streamId, revision, id, type, metadata, data }: RecordedEvent, index: number): Buffer => {
  const dataHash = erasedIn(data)?.dataHash ?? dataHashOf(data);
  const leaf = canonicalBytes({
    v: form,
    n: String(index),
    stream: streamId,
    rev: String(revision),
    id,
    type,
    meta: metadata,
    data: dataHash,
  });
  if (leaf.length > maxLeafBytes)
    throw new RangeError(`the leaf of ${streamId}@${revision} has ${leaf.length} bytes, at most ${maxLeafBytes} are taken`);
  return leaf;
};
