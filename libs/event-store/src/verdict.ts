import { StreamDeleted, WrongExpectedVersion } from './errors.ts';
import type { ActualRevision, ExpectedRevision, Revision } from './event-store.port.ts';

/** What an engine knows of a stream before it appends. */
export interface StreamFacts {
  /** Last revision ever given; null when the stream never existed. */
  readonly last: Revision | null;
  readonly softDeleted: boolean;
  readonly tombstoned: boolean;
  /** Id stored at a revision, or null. */
  readonly idAt: (revision: Revision) => string | null;
  /** Revision at which this stream holds the id, or null. */
  readonly revisionOf: (id: string) => Revision | null;
}

/** Append from `first` on, or it had already been done up to `last`. */
export type Verdict = { readonly kind: 'append'; readonly first: Revision } | { readonly kind: 'repeat'; readonly last: Revision };

const append = (first: Revision): Verdict => ({ kind: 'append', first });

/** Cases I4 to I6: the ids already stored right after the expected revision decide. */
const checkRepeat = (ids: readonly string[], expectedLast: Revision, facts: StreamFacts): Verdict | null => {
  const stored = ids.map((_, index) => facts.idAt(expectedLast + 1n + BigInt(index)));
  return stored.every((id, index) => id === ids[index]) ? { kind: 'repeat', last: expectedLast + BigInt(ids.length) } : null;
};

/** Cases I9 to I12. */
const judgeLoose = (
  streamId: string,
  expected: 'any' | 'stream_exists',
  ids: readonly string[],
  facts: StreamFacts,
  last: Revision,
): Verdict => {
  if (expected === 'stream_exists' && facts.softDeleted) throw new WrongExpectedVersion(streamId, expected, 'no_stream');
  const firstKnown = facts.revisionOf(ids[0] ?? '');
  if (firstKnown === null) return append(last + 1n);
  const repeat = checkRepeat(ids, firstKnown - 1n, facts);
  if (repeat === null) throw new WrongExpectedVersion(streamId, expected, last);
  return repeat;
};

const judgeMissing = (streamId: string, expected: ExpectedRevision): Verdict => {
  if (expected === 'any' || expected === 'no_stream') return append(0n);
  throw new WrongExpectedVersion(streamId, expected, 'no_stream');
};

/** Cases I4 to I8. */
const judgeExact = (
  streamId: string,
  expected: Revision | 'no_stream',
  ids: readonly string[],
  facts: StreamFacts,
  last: Revision,
): Verdict => {
  const expectedLast = expected === 'no_stream' ? -1n : expected;
  if (expectedLast === last) return append(last + 1n);
  const repeat = expectedLast < last ? checkRepeat(ids, expectedLast, facts) : null;
  if (repeat !== null) return repeat;
  if (expected === 'no_stream' && facts.softDeleted) return append(last + 1n);
  const actual: ActualRevision = facts.softDeleted ? 'no_stream' : last;
  throw new WrongExpectedVersion(streamId, expected, actual);
};

/**
 * What an append amounts to, case by case (event-store research §5.4, I1 to I12): the same on every engine.
 *
 * @throws StreamDeleted, WrongExpectedVersion
 */
export const judge = (streamId: string, expected: ExpectedRevision, ids: readonly string[], facts: StreamFacts): Verdict => {
  if (facts.tombstoned) throw new StreamDeleted(streamId);
  if (facts.last === null) return judgeMissing(streamId, expected);
  if (expected === 'any' || expected === 'stream_exists') return judgeLoose(streamId, expected, ids, facts, facts.last);
  return judgeExact(streamId, expected, ids, facts, facts.last);
};

/** Whether a delete or tombstone may go ahead. @throws StreamDeleted, WrongExpectedVersion */
export const judgeDelete = (streamId: string, expected: ExpectedRevision, facts: StreamFacts): void => {
  if (facts.tombstoned) throw new StreamDeleted(streamId);
  const actual: ActualRevision = facts.last === null || facts.softDeleted ? 'no_stream' : facts.last;
  const fits = expected === 'any' || (expected === 'stream_exists' ? actual !== 'no_stream' : actual === expected);
  if (!fits) throw new WrongExpectedVersion(streamId, expected, actual);
};
