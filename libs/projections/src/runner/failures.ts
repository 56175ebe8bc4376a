import { EventStoreError } from '../../event-store/src/index.ts';

/** Failures of the disk or the store that may pass: a full disk is freed, a lock is let go. Everything else would fail again. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof EventStoreError) return error.retryable;
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR)/.test(code);
};

/** Waits, or ends at once when the signal aborts. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
