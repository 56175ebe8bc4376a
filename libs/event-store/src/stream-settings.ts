import { InvalidArgument, WrongExpectedVersion } from './errors.ts';
import type { Revision, StreamSettings } from './event-store.port.ts';

const highest = (...revisions: readonly Revision[]): Revision => revisions.reduce((a, b) => (a > b ? a : b));

/** First revision that a stream shows: after what was deleted, truncated, or pushed out by later events. */
export const lowestShown = (hiddenBelow: Revision, last: Revision, { maxCount, truncateBefore }: StreamSettings): Revision =>
  highest(hiddenBelow, truncateBefore ?? 0n, maxCount === undefined ? 0n : last - BigInt(maxCount) + 1n);

/** @throws InvalidArgument unless a count is at least 1 and a revision is not negative */
export const checkSettings = ({ maxCount, truncateBefore }: StreamSettings): void => {
  if (maxCount !== undefined && (!Number.isSafeInteger(maxCount) || maxCount < 1))
    throw new InvalidArgument('maxCount', `${maxCount} is not a count`);
  if (truncateBefore !== undefined && truncateBefore < 0n) throw new InvalidArgument('truncateBefore', `${truncateBefore} is negative`);
};

/** @throws WrongExpectedVersion when somebody else changed the settings first */
export const judgeSettings = (streamId: string, expectedMeta: Revision | 'none', actual: Revision | null): void => {
  if (expectedMeta === 'none' ? actual === null : actual === expectedMeta) return;
  throw new WrongExpectedVersion(`settings of ${streamId}`, expectedMeta === 'none' ? 'no_stream' : expectedMeta, actual ?? 'no_stream');
};
