import { Disposed } from '../../../event-store/src/index.ts';
import { isPassing, pause } from './failures.ts';

const [firstWaitMs, longestWaitMs] = [50, 5_000];

/**
 * Does some work again, after longer and longer waits, while its failures may pass. Ends quietly when the signal aborts or the
 * store is closed.
 *
 * @param progress  something that changes whenever the work has come further: the waits then begin anew
 * @throws a failure that would come again
 */
export const persistently = async (
  work: () => Promise<void>,
  { signal, progress, waits }: { readonly signal: AbortSignal; readonly progress: () => unknown; readonly waits: () => void },
): Promise<void> => {
  for (let waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    const before = progress();
    try {
      await work();
      return;
    } catch (error) {
      if (error instanceof Disposed) return;
      if (!isPassing(error)) throw error;
      if (progress() !== before) waitMs = firstWaitMs;
      waits();
      await pause(waitMs, signal);
    }
  }
};
