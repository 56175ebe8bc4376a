/** A job that no queue takes: its id, priority or delay is out of range. A mistake of the caller. */
export class InvalidJob extends Error {
  override readonly name = 'InvalidJob';
}

/** The backend of a queue does not answer. Nothing is lost: what was not added is added again by whoever reads the log. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
  constructor(reason: string, cause?: unknown) {
    super(`the queue is away: ${reason}`, { cause });
  }
}

/** Thrown by a handler when no further attempt can succeed. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}

/** What was thrown, as an error. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
