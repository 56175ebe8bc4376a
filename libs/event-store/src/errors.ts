import type { ActualRevision, ExpectedRevision } from './event-store.port.ts';

/** Whether a failed append may have been recorded all the same. Only `unknown` forbids a naive retry. */
export type Outcome = 'not_applied' | 'unknown' | 'n/a';

/** Base of every failure of the event store; vendor errors travel as `cause`. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
  readonly retryable: boolean;
  readonly outcome: Outcome;

  constructor(message: string, facts: { readonly retryable: boolean; readonly outcome: Outcome; readonly cause?: unknown }) {
    super(message, { cause: facts.cause });
    this.retryable = facts.retryable;
    this.outcome = facts.outcome;
  }
}

/** Somebody else appended first: read again, decide again. */
export class WrongExpectedVersion extends EventStoreError {
  readonly code = 'wrong_expected_version';
  readonly streamId: string;
  readonly expected: ExpectedRevision;
  readonly actual: ActualRevision;

  constructor(streamId: string, expected: ExpectedRevision, actual: ActualRevision) {
    super(`${streamId}: expected revision ${String(expected)}, found ${String(actual)}`, { retryable: false, outcome: 'not_applied' });
    this.streamId = streamId;
    this.expected = expected;
    this.actual = actual;
  }
}

export class StreamNotFound extends EventStoreError {
  readonly code = 'stream_not_found';
  constructor(streamId: string) {
    super(`${streamId}: there is no such stream`, { retryable: false, outcome: 'n/a' });
  }
}

/** Tombstoned: gone for ever. */
export class StreamDeleted extends EventStoreError {
  readonly code = 'stream_deleted';
  constructor(streamId: string) {
    super(`${streamId}: the stream is deleted for ever`, { retryable: false, outcome: 'not_applied' });
  }
}

/** The disk, the file or the server is not there; `connect`: nothing was sent, `inflight`: the outcome is unknown. */
export class Unavailable extends EventStoreError {
  readonly code = 'unavailable';
  readonly phase: 'connect' | 'inflight';
  constructor(what: string, phase: 'connect' | 'inflight', cause?: unknown) {
    super(`the event store is unavailable: ${what}`, { retryable: true, outcome: phase === 'connect' ? 'not_applied' : 'unknown', cause });
    this.phase = phase;
  }
}

export class DeadlineExceeded extends EventStoreError {
  readonly code = 'deadline_exceeded';
  constructor(deadlineMs: number, outcome: Outcome) {
    super(`no answer within ${deadlineMs} ms`, { retryable: true, outcome });
  }
}

/** The caller gave up. */
export class Cancelled extends EventStoreError {
  readonly code = 'cancelled';
  constructor(outcome: Outcome) {
    super('cancelled by the caller', { retryable: false, outcome });
  }
}

export class EventTooLarge extends EventStoreError {
  readonly code = 'event_too_large';
  constructor(size: number, max: number) {
    super(`an event of ${size} bytes, at most ${max} are taken`, { retryable: false, outcome: 'not_applied' });
  }
}

export class AppendTooLarge extends EventStoreError {
  readonly code = 'append_too_large';
  constructor(size: number, max: number, unit: 'bytes' | 'events') {
    super(`an append of ${size} ${unit}, at most ${max} are taken`, { retryable: false, outcome: 'not_applied' });
  }
}

export class InvalidArgument extends EventStoreError {
  readonly code = 'invalid_argument';
  readonly field: string;
  constructor(field: string, why: string) {
    super(`${field}: ${why}`, { retryable: false, outcome: 'not_applied' });
    this.field = field;
  }
}

/** The store does not know who asks, or does not let them. */
export class AccessDenied extends EventStoreError {
  readonly code = 'access_denied';
  constructor(cause?: unknown) {
    super('the event store refuses access', { retryable: false, outcome: 'not_applied', cause });
  }
}

/** What is stored cannot be read as an event. */
export class MalformedEvent extends EventStoreError {
  readonly code = 'malformed_event';
  readonly streamId: string;
  readonly revision: bigint;
  constructor(streamId: string, revision: bigint, cause?: unknown) {
    super(`${streamId}@${revision}: the stored event cannot be read`, { retryable: false, outcome: 'n/a', cause });
    [this.streamId, this.revision] = [streamId, revision];
  }
}

/** The store has been closed. */
export class Disposed extends EventStoreError {
  readonly code = 'disposed';
  constructor() {
    super('the event store is closed', { retryable: false, outcome: 'not_applied' });
  }
}

/** A failure nobody foresaw; the append may have happened. */
export class UnknownFailure extends EventStoreError {
  readonly code = 'unknown';
  constructor(cause: unknown) {
    super('the event store failed in an unforeseen way', { retryable: false, outcome: 'unknown', cause });
  }
}
