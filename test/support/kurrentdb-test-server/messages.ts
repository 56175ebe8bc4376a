// Between the log and the messages that the client's own stubs define.
import { Buffer } from 'node:buffer';
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import any_pb from 'google-protobuf/google/protobuf/any_pb.js';
import empty_pb from 'google-protobuf/google/protobuf/empty_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { any, noStream, streamExists, type Answer, type Expected, type Kept, type Proposed } from './log.ts';

type Identifier = InstanceType<typeof shared.StreamIdentifier>;
type Message = InstanceType<typeof streams.AppendReq.ProposedMessage> | InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;

const statusOf = (code: number): status => Object.values(status).find((value): value is status => Number(value) === code) ?? status.UNKNOWN;

/** A failed call, as a server says it. */
export const failure = (code: number, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError => {
  const metadata = new Metadata();
  Object.entries(trailers).forEach(([key, value]) => {
    metadata.set(key, value);
  });
  return Object.assign(new Error(details), { code: statusOf(code), details, metadata });
};

export const deletedFailure = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

export const wrongFailure = (stream: string, expected: Expected, actual: bigint): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    ...(actual === noStream ? {} : { 'actual-version': String(actual) }),
  });

export const notLeader = (host: string, port: number): ServiceError =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const nameIn = (identifier: Identifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? new Uint8Array()).toString('utf8');

const identifierOf = (stream: string): Identifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  return identifier;
};

interface ExpectedIn {
  readonly hasNoStream: () => boolean;
  readonly hasAny: () => boolean;
  readonly hasStreamExists: () => boolean;
}

export const expectedIn = (options: ExpectedIn, revision: string): Expected => {
  if (options.hasNoStream()) return noStream;
  if (options.hasAny()) return any;
  return options.hasStreamExists() ? streamExists : BigInt(revision);
};

const idIn = (id: InstanceType<typeof shared.UUID> | undefined): string => {
  const structured = id?.getStructured();
  if (structured === undefined) return id?.getString() ?? '';
  const hex = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()]
    .map((bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const proposedIn = (message: Message): Proposed => ({
  id: idIn(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: base64(message.getData_asU8()),
  metadata: base64(message.getCustomMetadata_asU8()),
});

/** An event as a reader or a subscriber gets it. */
export const readEvent = (kept: Kept): InstanceType<typeof streams.ReadResp> => {
  const id = new shared.UUID();
  id.setString(kept.id);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(kept.stream));
  recorded.setStreamRevision(String(kept.revision));
  recorded.setCommitPosition(String(kept.position));
  recorded.setPreparePosition(String(kept.position));
  recorded.setData(kept.data);
  recorded.setCustomMetadata(kept.metadata);
  recorded.getMetadataMap().set('type', kept.type).set('content-type', kept.contentType).set('created', '14238042000000000');
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(kept.position));
  const response = new streams.ReadResp();
  response.setEvent(event);
  return response;
};

export const notFound = (stream: string): InstanceType<typeof streams.ReadResp> => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(stream));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
};

export const confirmation = (): InstanceType<typeof streams.ReadResp> => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(crypto.randomUUID());
  const response = new streams.ReadResp();
  response.setConfirmation(confirmed);
  return response;
};

const packed = (message: { serializeBinary: () => Uint8Array }, name: string): InstanceType<typeof any_pb.Any> => {
  const details = new any_pb.Any();
  details.pack(message.serializeBinary(), name);
  return details;
};

const wrongDetails = (expected: Expected, actual: bigint): InstanceType<typeof any_pb.Any> => {
  const wrong = new shared.WrongExpectedVersion();
  if (actual === noStream) wrong.setCurrentNoStream(new empty_pb.Empty());
  else wrong.setCurrentStreamRevision(String(actual));
  if (expected === noStream) wrong.setExpectedNoStream(new empty_pb.Empty());
  else if (expected === any) wrong.setExpectedAny(new empty_pb.Empty());
  else if (expected === streamExists) wrong.setExpectedStreamExists(new empty_pb.Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return packed(wrong, 'event_store.client.WrongExpectedVersion');
};

const refusal = (expected: Expected, answer: Answer): InstanceType<typeof statuses.Status> => {
  const refused = new statuses.Status();
  refused.setMessage(answer.kind);
  if (answer.kind === 'wrong') refused.setDetails(wrongDetails(expected, answer.actual));
  else refused.setDetails(packed(new shared.StreamDeleted(), 'event_store.client.StreamDeleted'));
  return refused;
};

/** The answer to one append of a batch stream. */
export const batchAnswer = (
  correlation: InstanceType<typeof shared.UUID> | undefined,
  stream: string,
  expected: Expected,
  answer: Answer,
): InstanceType<typeof streams.BatchAppendResp> => {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(correlation);
  response.setStreamIdentifier(identifierOf(stream));
  if (answer.kind === 'wrong' || answer.kind === 'deleted') {
    response.setError(refusal(expected, answer));
    return response;
  }
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(answer.revision));
  if (answer.position === null) {
    success.setNoPosition(new empty_pb.Empty());
  } else {
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(answer.position));
    position.setPreparePosition(String(answer.position));
    success.setPosition(position);
  }
  response.setSuccess(success);
  return response;
};

/** A refusal that the batch stream carries in-band. */
export const batchFailure = (
  correlation: InstanceType<typeof shared.UUID> | undefined,
  stream: string,
  message: string,
  name: 'Timeout' | 'Unknown' | 'AccessDenied',
): InstanceType<typeof streams.BatchAppendResp> => {
  const refused = new statuses.Status();
  refused.setMessage(message);
  refused.setDetails(packed(new shared[name](), `event_store.client.${name}`));
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(correlation);
  response.setStreamIdentifier(identifierOf(stream));
  response.setError(refused);
  return response;
};
