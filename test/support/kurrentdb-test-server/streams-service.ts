// Appending, deleting, tombstones.
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall, ServiceError } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { failureOf, type Fault } from './faults.ts';
import type { Answer, Expected, Proposed } from './log.ts';
import { batchAnswer, batchFailure, deletedFailure, expectedIn, nameIn, proposedIn, wrongFailure } from './messages.ts';
import type { Node } from './node.ts';
import { read } from './reads.ts';

type BatchReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchCall = ServerDuplexStream<BatchReq, InstanceType<typeof streams.BatchAppendResp>>;

const later = (ms: number, work: () => void): void => {
  setTimeout(work, ms);
};

/** What becomes of a call. */
interface Outcome<T> {
  readonly change: () => T;
  readonly say: (answer: T) => void;
  readonly fail: (error: ServiceError) => void;
}

/** The fault decides whether the log is changed, and what is said of it. */
const withFault = <T>(node: Node, fault: Fault | null, { change, say, fail }: Outcome<T>): void => {
  if (fault === null) {
    say(change());
    return;
  }
  if (fault.how === 'late') {
    later(fault.ms ?? 100, () => {
      say(change());
    });
    return;
  }
  const answer = fault.when === 'before' ? null : change();
  if (fault.how === 'fail') fail(failureOf(fault));
  if (fault.how === 'not_leader') fail(node.leaderElsewhere());
  if (fault.how === 'twice' && answer !== null) {
    say(answer);
    say(answer);
  }
};

interface Batch {
  stream: string;
  expected: Expected;
  events: Proposed[];
}

const inBand = { timeout_in_band: 'Timeout', denied_in_band: 'AccessDenied', not_ready_in_band: 'Unknown' } as const;

const serveBatch = (node: Node, call: BatchCall, request: BatchReq, batch: Batch): void => {
  const fault = node.faults.take('BatchAppend');
  const refused = node.refuse();
  if (refused !== null) {
    call.emit('error', refused);
    return;
  }
  const change = (): Answer => node.log.append(batch.stream, batch.expected, batch.events);
  const correlation = request.getCorrelationId();
  if (fault !== null && fault.how in inBand) {
    if (fault.when === 'after') change();
    const name = inBand[fault.how as keyof typeof inBand];
    call.write(batchFailure(correlation, batch.stream, fault.message ?? 'Server Is Not Ready', name));
    return;
  }
  const say = (answer: Answer): void => {
    call.write(batchAnswer(correlation, batch.stream, batch.expected, answer));
  };
  withFault(node, fault, { change, say, fail: (error) => call.emit('error', error) });
  if (fault?.how === 'end') call.end();
};

const batchAppend = (node: Node) => (call: BatchCall) => {
  const open = new Map<string, Batch>();
  call.on('data', (request: BatchReq) => {
    const key = request.getCorrelationId()?.getString() ?? JSON.stringify(request.getCorrelationId()?.toObject());
    const options = request.getOptions();
    const batch = open.get(key) ?? { stream: '', expected: 0n, events: [] };
    if (options !== undefined) {
      batch.stream = nameIn(options.getStreamIdentifier());
      batch.expected = expectedIn(options, options.getStreamPosition());
    }
    batch.events.push(...request.getProposedMessagesList().map(proposedIn));
    open.set(key, batch);
    if (!request.getIsFinal()) return;
    open.delete(key);
    serveBatch(node, call, request, batch);
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
};

type AppendCall = ServerReadableStream<InstanceType<typeof streams.AppendReq>, InstanceType<typeof streams.AppendResp>>;

const appendAnswer = (answer: Answer): InstanceType<typeof streams.AppendResp> => {
  const response = new streams.AppendResp();
  if (answer.kind !== 'appended' && answer.kind !== 'repeat') return response;
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(answer.revision));
  if (answer.position === null) {
    success.setNoPosition(new shared.Empty());
  } else {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(answer.position));
    position.setPreparePosition(String(answer.position));
    success.setPosition(position);
  }
  response.setSuccess(success);
  return response;
};

/** A refusal as the unary calls say it; null when there is none. */
const refusalOf = (stream: string, expected: Expected, answer: Answer): ServiceError | null => {
  if (answer.kind === 'deleted') return deletedFailure(stream);
  return answer.kind === 'wrong' ? wrongFailure(stream, expected, answer.actual) : null;
};

const append = (node: Node) => (call: AppendCall, callback: sendUnaryData<InstanceType<typeof streams.AppendResp>>) => {
  const batch: Batch = { stream: '', expected: 0n, events: [] };
  call.on('data', (request: InstanceType<typeof streams.AppendReq>) => {
    const options = request.getOptions();
    if (options !== undefined) {
      batch.stream = nameIn(options.getStreamIdentifier());
      batch.expected = expectedIn(options, options.getRevision());
    }
    const message = request.getProposedMessage();
    if (message !== undefined) batch.events.push(proposedIn(message));
  });
  call.on('end', () => {
    const refused = node.refuse();
    const change = (): Answer => node.log.append(batch.stream, batch.expected, batch.events);
    const say = (answer: Answer): void => {
      const refusal = refusalOf(batch.stream, batch.expected, answer);
      callback(refusal, refusal === null ? appendAnswer(answer) : null);
    };
    if (refused !== null) callback(refused);
    else withFault(node, node.faults.take('Append'), { change, say, fail: callback });
  });
};

type RemoveReq = InstanceType<typeof streams.DeleteReq> | InstanceType<typeof streams.TombstoneReq>;

const remove =
  <Req extends RemoveReq, Resp>(node: Node, operation: 'Delete' | 'Tombstone', response: () => Resp) =>
  (call: ServerUnaryCall<Req, Resp>, callback: sendUnaryData<Resp>) => {
    const options = call.request.getOptions();
    const refused = node.refuse();
    if (refused !== null || options === undefined) {
      callback(refused);
      return;
    }
    const stream = nameIn(options.getStreamIdentifier());
    const expected = expectedIn(options, options.getRevision());
    const change = (): Answer => node.log.remove(stream, expected, operation === 'Delete' ? 'soft' : 'tombstone');
    const say = (answer: Answer): void => {
      const refusal = refusalOf(stream, expected, answer);
      callback(refusal, refusal === null ? response() : null);
    };
    withFault(node, node.faults.take(operation), { change, say, fail: callback });
  };

/** Everything that Streams offers. */
export const streamsOf = (node: Node) => ({
  read: read(node),
  append: append(node),
  batchAppend: batchAppend(node),
  delete: remove(node, 'Delete', () => new streams.DeleteResp()),
  tombstone: remove(node, 'Tombstone', () => new streams.TombstoneResp()),
});
