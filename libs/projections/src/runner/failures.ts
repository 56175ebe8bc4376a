import { EventStoreError } from '../../../event-store/src/index.ts';

const codeOf = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};

/** Failures of the disk or the store that may pass: a full disk is freed, a lock is let go. Everything else would fail again. */
export const isPassing = (error: unknown): boolean =>
  error instanceof EventStoreError ? error.retryable : /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR)/.test(codeOf(error));

/** Failures of the file itself, whoever writes to it: no projection is to blame. */
const isOfTheFile = (error: unknown): boolean => /^SQLITE_(?:NOTADB|CORRUPT|READONLY|CANTOPEN|NOMEM)/.test(codeOf(error));

/** What a failure says. */
export const messageOf = (error: unknown): string => {
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined;
  return typeof message === 'string' ? message : String(error);
};

/** Whether a failure is a projection's own: it throws, the event is malformed, or its schema is newer than this program. It would fail again. */
export const blamesProjection = (error: unknown): boolean => !isPassing(error) && !isOfTheFile(error);

/** A projection cannot take an event and never will. */
export class Poisoned extends Error {
  override readonly name = 'Poisoned';

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }
}

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
