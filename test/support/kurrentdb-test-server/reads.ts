// Reading and subscribing.
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { failureOf, type Fault } from './faults.ts';
import type { Kept } from './log.ts';
import { confirmation, deletedFailure, nameIn, notFound, readEvent } from './messages.ts';
import type { Node } from './node.ts';

type ReadReq = InstanceType<typeof streams.ReadReq>;
type ReadResp = InstanceType<typeof streams.ReadResp>;
type ReadOptions = InstanceType<typeof streams.ReadReq.Options>;
type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const placeIn = (all: InstanceType<typeof streams.ReadReq.Options.AllOptions>): bigint | null =>
  all.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? '0') : null;

const rangeOfLog = (node: Node, all: InstanceType<typeof streams.ReadReq.Options.AllOptions>, backwards: boolean): readonly Kept[] => {
  const from = placeIn(all);
  if (backwards ? all.hasStart() : all.hasEnd()) return [];
  const within = node.log.all.filter(({ position }) => from === null || (backwards ? position < from : position >= from));
  return backwards ? within.toReversed() : within;
};

/** Null when the stream is not there or gone, which has then been said. */
const rangeOfStream = (node: Node, options: ReadOptions, call: ReadCall, backwards: boolean): readonly Kept[] | null => {
  const asked = options.getStream();
  const name = nameIn(asked?.getStreamIdentifier());
  const shown = node.log.shown(name);
  if (shown.kind === 'deleted') call.emit('error', deletedFailure(name));
  if (shown.kind === 'not_found') {
    call.write(notFound(name));
    call.end();
  }
  if (shown.kind !== 'events') return null;
  const exact = asked?.hasRevision() === true ? BigInt(asked.getRevision()) : null;
  const within = shown.events.filter(({ revision }) => exact === null || (backwards ? revision <= exact : revision >= exact));
  if (backwards) return within.toReversed();
  return asked?.hasEnd() === true ? [] : within;
};

const rangeOf = (node: Node, options: ReadOptions, call: ReadCall): readonly Kept[] | null => {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const all = options.getAll();
  return all === undefined ? rangeOfStream(node, options, call, backwards) : rangeOfLog(node, all, backwards);
};

/** How a call ends that the test has spoiled. */
const endBadly = (node: Node, call: ReadCall, fault: Fault): void => {
  if (fault.how === 'fail') call.emit('error', failureOf(fault));
  else if (fault.how === 'not_leader') call.emit('error', node.leaderElsewhere());
  else if (fault.how !== 'silent') call.end();
};

/** What of a read is sent before its end. */
const sentOf = (events: readonly Kept[], fault: Fault | null): readonly Kept[] => {
  if (fault === null || fault.how === 'late') return events;
  return fault.how === 'twice' ? events.flatMap((event) => [event, event]) : events.slice(0, fault.events ?? 0);
};

const serveRead = (node: Node, call: ReadCall, options: ReadOptions, fault: Fault | null): void => {
  const range = rangeOf(node, options, call);
  if (range === null) return;
  sentOf(range.slice(0, Number(options.getCount())), fault).forEach((event) => {
    call.write(readEvent(event));
  });
  if (fault === null || fault.how === 'late' || fault.how === 'twice') call.end();
  else endBadly(node, call, fault);
};

/** Whether a subscription delivers an event: everything behind where it begins. */
const subscribed = (node: Node, options: ReadOptions): ((event: Kept) => boolean) => {
  const end = node.log.all.at(-1)?.position ?? 0n;
  const all = options.getAll();
  if (all !== undefined) {
    const from = all.hasEnd() ? end : (placeIn(all) ?? 0n);
    return ({ position }) => position > from;
  }
  return subscribedStream(options.getStream(), end);
};

const subscribedStream = (asked: ReturnType<ReadOptions['getStream']>, end: bigint): ((event: Kept) => boolean) => {
  const name = nameIn(asked?.getStreamIdentifier());
  if (asked?.hasEnd() === true) return ({ stream, position }) => stream === name && position > end;
  const from = asked?.hasRevision() === true ? BigInt(asked.getRevision()) : -1n;
  return ({ stream, revision }) => stream === name && revision > from;
};

const serveSubscription = (node: Node, call: ReadCall, options: ReadOptions, fault: Fault | null): void => {
  const wanted = subscribed(node, options);
  // By position, not by place: a scavenge leaves gaps.
  let passed = 0n;
  let sent = 0;
  call.write(confirmation());
  const pass = (): void => {
    for (const event of node.log.after(passed).filter(wanted)) {
      if (fault !== null && sent >= (fault.events ?? 0)) {
        stop();
        endBadly(node, call, fault);
        return;
      }
      call.write(readEvent(event));
      sent += 1;
    }
    passed = node.log.all.at(-1)?.position ?? passed;
  };
  const stop = node.log.onAppend(pass);
  call.on('cancelled', stop);
  call.on('close', stop);
  pass();
};

const serve = (node: Node, call: ReadCall, options: ReadOptions): void => {
  const fault = node.faults.take(options.hasSubscription() ? 'Subscribe' : 'Read');
  if (fault?.how === 'silent' && fault.when === 'before') return;
  if (options.hasSubscription()) {
    serveSubscription(node, call, options, fault);
    return;
  }
  const work = (): void => {
    serveRead(node, call, options, fault);
  };
  if (fault?.how === 'late') setTimeout(work, fault.ms ?? 100);
  else work();
};

export const read =
  (node: Node) =>
  (call: ReadCall): void => {
    const options = call.request.getOptions();
    const refused = call.metadata.get('requires-leader')[0] === 'true' ? node.refuse() : null;
    if (refused !== null) call.emit('error', refused);
    else if (options !== undefined) serve(node, call, options);
  };
