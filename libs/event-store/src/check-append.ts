import { AppendTooLarge, EventTooLarge, InvalidArgument } from './errors.ts';
import { encode } from './encode.ts';
import type { ExpectedRevision, Limits, NewEvent } from './event-store.port.ts';

/** An event as it will be stored. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const streamPattern = /^[a-z][A-Za-z]*-[^\s]+$/;
const maxMetadataBytes = 16 * 1024;

/** @throws InvalidArgument unless the name is `category-id`, at most 255 bytes */
export const checkStreamName = (streamId: string): void => {
  if (!streamPattern.test(streamId) || !streamId.isWellFormed())
    throw new InvalidArgument('streamId', `"${streamId}" is not of the form category-id`);
  if (Buffer.byteLength(streamId) > 255) throw new InvalidArgument('streamId', 'is longer than 255 bytes');
};

/** @throws InvalidArgument for a negative revision */
export const checkExpected = (expected: ExpectedRevision): void => {
  if (typeof expected === 'bigint' && expected < 0n) throw new InvalidArgument('expected', `${expected} is negative`);
};

const checkType = (type: string): void => {
  if (type === '' || type.startsWith('$') || type.length > 128 || !type.isWellFormed())
    throw new InvalidArgument('type', `"${type}" is not an event type`);
};

const encodeMetadata = (metadata: NewEvent['metadata']): string => {
  const odd = Object.entries(metadata).find(([, value]) => typeof value !== 'string');
  if (odd !== undefined) throw new InvalidArgument(`metadata.${odd[0]}`, 'is not text');
  const text = encode(metadata, 'metadata');
  if (Buffer.byteLength(text) > maxMetadataBytes) throw new InvalidArgument('metadata', `is larger than ${maxMetadataBytes} bytes`);
  return text;
};

const encodeEvent = ({ id, type, data, metadata }: NewEvent, { maxEventBytes }: Limits): EncodedEvent => {
  if (!uuidPattern.test(id)) throw new InvalidArgument('id', `"${id}" is not a lower-case UUID`);
  checkType(type);
  const text = encode(data, 'data');
  const size = Buffer.byteLength(text);
  if (size > maxEventBytes) throw new EventTooLarge(size, maxEventBytes);
  return { id, type, data: text, metadata: encodeMetadata(metadata) };
};

/**
 * Checks and encodes an append before any I/O, with the same answer on every engine.
 *
 * @throws InvalidArgument, EventTooLarge, AppendTooLarge
 */
export const checkAppend = (
  streamId: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  limits: Limits,
): readonly EncodedEvent[] => {
  checkStreamName(streamId);
  checkExpected(expected);
  if (events.length === 0) throw new InvalidArgument('events', 'there is nothing to append');
  if (events.length > limits.maxEventsPerAppend) throw new AppendTooLarge(events.length, limits.maxEventsPerAppend, 'events');
  const encoded = events.map((event) => encodeEvent(event, limits));
  if (new Set(encoded.map(({ id }) => id)).size !== encoded.length)
    throw new InvalidArgument('events', 'one id stands twice in the same append');
  const size = encoded.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata), 0);
  if (size > limits.maxAppendBytes) throw new AppendTooLarge(size, limits.maxAppendBytes, 'bytes');
  return encoded;
};
