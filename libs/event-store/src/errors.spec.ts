import { describe, expect, it } from '@jest/globals';
import {
  AppendTooLarge,
  Cancelled,
  DeadlineExceeded,
  Disposed,
  EventStoreError,
  EventTooLarge,
  InvalidArgument,
  MalformedEvent,
  StreamDeleted,
  StreamNotFound,
  Unavailable,
  UnknownFailure,
  WrongExpectedVersion,
} from './errors.ts';

const cause = new Error('the vendor');

/** [failure, what it tells]: research event-store §5.3. */
const told: readonly (readonly [EventStoreError, object])[] = [
  [
    new WrongExpectedVersion('thing-1', 4n, 5n),
    {
      code: 'wrong_expected_version',
      message: 'thing-1: expected revision 4, found 5',
      retryable: false,
      outcome: 'not_applied',
      streamId: 'thing-1',
      expected: 4n,
      actual: 5n,
    },
  ],
  [
    new StreamNotFound('thing-1'),
    { code: 'stream_not_found', message: 'thing-1: there is no such stream', retryable: false, outcome: 'n/a' },
  ],
  [
    new StreamDeleted('thing-1'),
    { code: 'stream_deleted', message: 'thing-1: the stream is deleted for ever', retryable: false, outcome: 'not_applied' },
  ],
  [
    new Unavailable('the disk is full', 'connect', cause),
    {
      code: 'unavailable',
      message: 'the event store is unavailable: the disk is full',
      retryable: true,
      outcome: 'not_applied',
      phase: 'connect',
      cause,
    },
  ],
  [
    new Unavailable('the disk failed', 'inflight', cause),
    {
      code: 'unavailable',
      message: 'the event store is unavailable: the disk failed',
      retryable: true,
      outcome: 'unknown',
      phase: 'inflight',
      cause,
    },
  ],
  [
    new DeadlineExceeded(500, 'unknown'),
    { code: 'deadline_exceeded', message: 'no answer within 500 ms', retryable: true, outcome: 'unknown' },
  ],
  [new Cancelled('not_applied'), { code: 'cancelled', message: 'cancelled by the caller', retryable: false, outcome: 'not_applied' }],
  [
    new EventTooLarge(11, 10),
    { code: 'event_too_large', message: 'an event of 11 bytes, at most 10 are taken', retryable: false, outcome: 'not_applied' },
  ],
  [
    new AppendTooLarge(501, 500, 'events'),
    { code: 'append_too_large', message: 'an append of 501 events, at most 500 are taken', retryable: false, outcome: 'not_applied' },
  ],
  [
    new InvalidArgument('streamId', 'is longer than 255 bytes'),
    {
      code: 'invalid_argument',
      message: 'streamId: is longer than 255 bytes',
      retryable: false,
      outcome: 'not_applied',
      field: 'streamId',
    },
  ],
  [
    new MalformedEvent('thing-1', 7n, cause),
    {
      code: 'malformed_event',
      message: 'thing-1@7: the stored event cannot be read',
      retryable: false,
      outcome: 'n/a',
      streamId: 'thing-1',
      revision: 7n,
      cause,
    },
  ],
  [new Disposed(), { code: 'disposed', message: 'the event store is closed', retryable: false, outcome: 'not_applied' }],
  [
    new UnknownFailure(cause),
    { code: 'unknown', message: 'the event store failed in an unforeseen way', retryable: false, outcome: 'unknown', cause },
  ],
];

describe('a failure of the event store', () => {
  it.each(told.map(([error, facts]) => [error.constructor.name, error, facts] as const))(
    '%s says what is wrong, whether it is worth another attempt, and whether an append may stand',
    (_name, error, facts) => {
      expect(error).toBeInstanceOf(EventStoreError);
      const { message, cause: why } = error;
      expect(Object.assign({ message }, error, why === undefined ? {} : { cause: why })).toStrictEqual(facts);
    },
  );

  it('allows a naive retry unless the outcome is unknown', () => {
    const unknown = told.filter(([{ outcome }]) => outcome === 'unknown').map(([{ code }]) => code);
    expect(unknown).toStrictEqual(['unavailable', 'deadline_exceeded', 'unknown']);
  });
});
