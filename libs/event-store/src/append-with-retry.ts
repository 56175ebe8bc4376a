import { EventStoreError, WrongExpectedVersion } from './errors.ts';
import type { AppendResult, EventStore, NewEvent, Revision } from './event-store.port.ts';

const attempts = 4;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** After an unknown outcome, the stored ids tell whether our own earlier attempt went through. */
const wasOurs = async (
  store: EventStore,
  streamId: string,
  expected: Revision | 'no_stream',
  events: readonly NewEvent[],
): Promise<AppendResult | null> => {
  const first = expected === 'no_stream' ? 0n : expected + 1n;
  const stored = await Array.fromAsync(store.readStream(streamId, { from: first, maxCount: events.length }));
  const last = stored.at(-1);
  const ours = stored.length === events.length && stored.every(({ id }, index) => id === events[index]?.id);
  return ours && last !== undefined ? { nextExpectedRevision: last.revision, position: last.position } : null;
};

const isWorthAnother = (error: unknown): boolean => error instanceof EventStoreError && error.retryable;

/**
 * Appends, and asks again with the same ids at the same revision when the outcome is unknown or the store was away.
 *
 * @throws WrongExpectedVersion when somebody else was first; the last failure when the store stays away
 */
export const appendWithRetry = async (
  store: EventStore,
  streamId: string,
  expected: Revision | 'no_stream',
  events: readonly NewEvent[],
): Promise<AppendResult> => {
  let doubt = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(streamId, expected, events);
    } catch (error) {
      const ours = error instanceof WrongExpectedVersion && doubt ? await wasOurs(store, streamId, expected, events) : null;
      if (ours !== null) return ours;
      if (!isWorthAnother(error) || attempt === attempts) throw error;
      doubt ||= error instanceof EventStoreError && error.outcome === 'unknown';
      await pause(10 * 2 ** attempt);
    }
  }
};
