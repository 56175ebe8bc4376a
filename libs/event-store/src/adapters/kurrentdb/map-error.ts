import {
  AccessDenied,
  AppendTooLarge,
  DeadlineExceeded,
  EventStoreError,
  InvalidArgument,
  StreamDeleted,
  StreamNotFound,
  Unavailable,
  UnknownFailure,
  WrongExpectedVersion,
} from '../../errors.ts';
import type { ExpectedRevision } from '../../event-store.port.ts';

/** What was asked when the client failed. */
export interface Asked {
  readonly streamId: string;
  /** Of an append or a delete; a read expects nothing. */
  readonly expected: ExpectedRevision;
  readonly deadlineMs: number;
}

/** What the client's failures have in common; some are plain errors, some carry a status of gRPC, some a type. */
interface Failure {
  readonly type: string;
  readonly code: number | null;
  readonly message: string;
  readonly actual: bigint | 'no_stream';
}

const failureIn = (error: unknown): Failure => {
  const seen: { type?: unknown; code?: unknown; message?: unknown; actualState?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  const { type, code, message, actualState: actual } = seen;
  return {
    type: typeof type === 'string' ? type : '',
    code: typeof code === 'number' ? code : null,
    message: typeof message === 'string' ? message : '',
    actual: typeof actual === 'bigint' && actual >= 0n ? actual : 'no_stream',
  };
};

const byType: Readonly<Record<string, (failure: Failure, asked: Asked, cause: unknown) => EventStoreError>> = {
  'wrong-expected-version': ({ actual }, { streamId, expected }) => new WrongExpectedVersion(streamId, expected, actual),
  'stream-not-found': (_failure, { streamId }) => new StreamNotFound(streamId),
  'no-stream': (_failure, { streamId }) => new StreamNotFound(streamId),
  'stream-deleted': (_failure, { streamId }) => new StreamDeleted(streamId),
  'stream-tombstoned': (_failure, { streamId }) => new StreamDeleted(streamId),
  'not-leader': (_failure, _asked, cause) => new Unavailable('another node leads', 'connect', cause),
  'access-denied': (_failure, _asked, cause) => new AccessDenied(cause),
  'maximum-append-size-exceeded': () => new AppendTooLarge(Number.NaN, Number.NaN, 'bytes'),
  'invalid-argument': ({ message }) => new InvalidArgument('request', message),
  'deadline-exceeded': (_failure, { deadlineMs }) => new DeadlineExceeded(deadlineMs, 'unknown'),
  timeout: (_failure, { deadlineMs }) => new DeadlineExceeded(deadlineMs, 'unknown'),
  unavailable: ({ message }, _asked, cause) => unavailable(message, cause),
  cancelled: (_failure, _asked, cause) => new Unavailable('the call was cut off', 'inflight', cause),
};

/** The request cannot have reached a server that would carry it out. */
const neverSent = /ECONNREFUSED|No connection established|Failed to discover|Server Is Not Ready|Server Is Busy|Name resolution failed/i;

const unavailable = (message: string, cause: unknown): Unavailable =>
  new Unavailable(message, neverSent.test(message) ? 'connect' : 'inflight', cause);

/** Statuses of gRPC that come without a type, or with the type `unknown`. */
const byCode: Readonly<Record<number, (failure: Failure, asked: Asked, cause: unknown) => EventStoreError>> = {
  1: (_failure, _asked, cause) => new Unavailable('the call was cut off', 'inflight', cause),
  3: ({ message }) => new InvalidArgument('request', message),
  4: (_failure, { deadlineMs }) => new DeadlineExceeded(deadlineMs, 'unknown'),
  7: (_failure, _asked, cause) => new AccessDenied(cause),
  8: ({ message }, _asked, cause) => new Unavailable(message, 'inflight', cause),
  // What a server says when a commit took too long.
  10: (_failure, { deadlineMs }) => new DeadlineExceeded(deadlineMs, 'unknown'),
  13: ({ message }, _asked, cause) => unavailable(message, cause),
  14: ({ message }, _asked, cause) => unavailable(message, cause),
  15: ({ message }, _asked, cause) => unavailable(message, cause),
  16: (_failure, _asked, cause) => new AccessDenied(cause),
};

/** The client wraps some failures of its Rust part without their status; the words remain. */
const byWords: readonly (readonly [RegExp, (failure: Failure, asked: Asked, cause: unknown) => EventStoreError])[] = [
  [neverSent, ({ message }, _asked, cause) => unavailable(message, cause)],
  [
    /write after end|Call cancelled|cancell?ed|ABORTED|ResourceExhausted|Unmapped gRPC error/i,
    ({ message }, _asked, cause) => unavailable(message, cause),
  ],
];

/** Any failure of the client as one of this library's: by its type, else its status, else its words. */
export const mapError = (error: unknown, asked: Asked): EventStoreError => {
  if (error instanceof EventStoreError) return error;
  const failure = failureIn(error);
  const typed = byType[failure.type] ?? (failure.code === null ? undefined : byCode[failure.code]);
  const worded = byWords.find(([words]) => words.test(failure.message))?.[1];
  return (typed ?? worded)?.(failure, asked, error) ?? new UnknownFailure(error);
};
