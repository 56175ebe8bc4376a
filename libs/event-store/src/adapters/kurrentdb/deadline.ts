import { Cancelled, DeadlineExceeded, type Outcome } from '../../errors.ts';

/** The client has no deadline of its own on reads and on batch appends: it would wait for ever. */
export const defaultDeadlineMs = 5_000;

/**
 * The work's answer, unless the time is up or the caller gives up first; what the work does afterwards is nobody's business.
 *
 * @throws DeadlineExceeded, Cancelled with `outcome`
 */
export const within = <T>(
  work: Promise<T>,
  { deadlineMs, signal, outcome }: { readonly deadlineMs: number; readonly signal: AbortSignal | undefined; readonly outcome: Outcome },
): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end();
      reject(new DeadlineExceeded(deadlineMs, outcome));
    }, deadlineMs);
    const giveUp = (): void => {
      end();
      reject(new Cancelled(outcome));
    };
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    signal?.addEventListener('abort', giveUp);
    work.then(resolve, reject).finally(end);
  });

/** Sleeps, or less when the caller gives up. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
