import { InvalidArgument } from './errors.ts';
import type { GlobalPosition, ReadAllOptions, ReadStreamOptions, Revision } from './event-store.port.ts';

/** Where a read begins and which way it goes; null when it begins at the end it would run to, and so has nothing to deliver. */
export interface Range<At> {
  readonly forwards: boolean;
  /** Null: from the very first or last. */
  readonly begin: At | null;
}

const rangeOf = <At extends bigint>(direction: 'forwards' | 'backwards', from: At | 'start' | 'end' | undefined): Range<At> | null => {
  const forwards = direction === 'forwards';
  if (from === (forwards ? 'end' : 'start')) return null;
  return { forwards, begin: typeof from === 'bigint' ? from : null };
};

/** Range of a stream read; its begin is inclusive. @throws InvalidArgument for a negative revision */
export const streamRange = ({ direction = 'forwards', from }: ReadStreamOptions): Range<Revision> | null => {
  if (typeof from === 'bigint' && from < 0n) throw new InvalidArgument('from', `${from} is negative`);
  return rangeOf(direction, from);
};

/** Range of a read of the whole log; its begin is exclusive. */
export const logRange = ({ direction = 'forwards', after }: ReadAllOptions): Range<GlobalPosition> | null => rangeOf(direction, after);
