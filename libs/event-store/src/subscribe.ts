import { Buffer } from 'node:buffer';
import type {
  EventFilter,
  GlobalPosition,
  RecordedEvent,
  Revision,
  SubscribeAllOptions,
  SubscribeStreamOptions,
  Subscription,
  SubscriptionMessage,
} from './event-store.port.ts';
import { StreamNotFound } from './errors.ts';
import { matches } from './filter.ts';

type Later<T> = T | Promise<T>;

/** What a subscription is made of: pages of the log, and a wake when something may have been appended. */
export interface LogSource {
  /** Events behind a place: at most so many, and at most so many bytes of stored data and metadata, one event excepted. */
  readonly pageAfter: (after: GlobalPosition, limit: number, maxBytes: number) => Later<readonly RecordedEvent[]>;
  readonly streamPageFrom: (streamId: string, from: Revision, limit: number) => Later<readonly RecordedEvent[]>;
  readonly head: () => Promise<GlobalPosition | null>;
  readonly lastRevision: (streamId: string) => Later<Revision | null>;
  /** Resolves when something may stand behind `after`, at the latest when `signal` aborts. Carries no data. */
  readonly waitForAppend: (after: GlobalPosition, signal: AbortSignal) => Promise<void>;
}

const beginning = 0n as GlobalPosition;
const defaultBatch = 256;
const defaultBatchBytes = 1024 * 1024;

/** As many of the stored events as fit, at least one; sizes are those of their stored text. */
export const fitting = <Stored extends { readonly data: string; readonly metadata: string }>(
  events: readonly Stored[],
  maxBytes: number,
): readonly Stored[] => {
  let bytes = 0;
  const end = events.findIndex(({ data, metadata }) => (bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata)) > maxBytes);
  return end === -1 ? events : events.slice(0, Math.max(1, end));
};

const messageOf = (page: readonly RecordedEvent[], through: GlobalPosition, filter: EventFilter | undefined): SubscriptionMessage => {
  const passing = filter === undefined ? page : page.filter((event) => matches(filter, event));
  return passing.length === 0 ? { kind: 'progress', through } : { kind: 'events', events: passing, through };
};

/** Lets everything else that waits in this process have its turn: pages of a local log come without any waiting. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Follows pages: `next` reads one, `idle` sleeps until there may be another. */
async function* follow(
  next: () => Promise<{ readonly message: SubscriptionMessage; readonly hasMore: () => Promise<boolean> } | null>,
  idle: () => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionMessage, undefined> {
  let isCaughtUp = false;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const read = await next();
    if (isOver()) return;
    if (read === null) {
      if (!isCaughtUp) yield { kind: 'caughtUp' };
      isCaughtUp = true;
      await idle();
      continue;
    }
    if (isCaughtUp && (await read.hasMore())) {
      isCaughtUp = false;
      yield { kind: 'fellBehind' };
    }
    yield read.message;
    await turn();
  }
}

const subscriptionOf = (
  outer: AbortSignal | undefined,
  open: (signal: AbortSignal) => AsyncGenerator<SubscriptionMessage, undefined>,
): Subscription => {
  const stopping = new AbortController();
  const signal = outer === undefined ? stopping.signal : AbortSignal.any([outer, stopping.signal]);
  const messages = open(signal);
  return {
    [Symbol.asyncIterator]: () => messages,
    stop: async () => {
      stopping.abort();
      await messages.return(undefined);
    },
  };
};

/** Follows the whole log of a source. The place of `end` is looked up at once, not at the first pull. */
export const subscribeToAll = (
  source: LogSource,
  { after, filter, maxBatch = defaultBatch, ...options }: SubscribeAllOptions,
): Subscription => {
  const { maxBatchBytes = defaultBatchBytes, signal: outer } = options;
  const begin = after === 'end' ? source.head() : Promise.resolve(after === 'start' ? beginning : after);
  // Whoever iterates gets the failure; before that nobody has to handle it.
  begin.catch(() => undefined);
  return subscriptionOf(outer, (signal) => {
    let cursor: GlobalPosition | null = null;
    const next: Parameters<typeof follow>[0] = async () => {
      const from: GlobalPosition = cursor ?? (await begin) ?? beginning;
      cursor = from;
      const page = await source.pageAfter(from, maxBatch, maxBatchBytes);
      const through = page.at(-1)?.position;
      if (through === undefined) return null;
      cursor = through;
      return { message: messageOf(page, through, filter), hasMore: async () => ((await source.head()) ?? beginning) > through };
    };
    return follow(next, () => source.waitForAppend(cursor ?? beginning, signal), signal);
  });
};

/** Follows one stream of a source, which need not exist yet. */
export const subscribeToStream = (
  source: LogSource,
  streamId: string,
  { after, maxBatch = defaultBatch, signal: outer }: SubscribeStreamOptions,
): Subscription => {
  const begin = after === 'end' ? Promise.resolve(source.lastRevision(streamId)) : Promise.resolve(after === 'start' ? -1n : after);
  begin.catch(() => undefined);
  const pageFrom = async (from: Revision): Promise<readonly RecordedEvent[]> => {
    try {
      return await source.streamPageFrom(streamId, from, maxBatch);
    } catch (error) {
      if (error instanceof StreamNotFound) return [];
      throw error;
    }
  };
  return subscriptionOf(outer, (signal) => {
    let cursor: Revision | null = null;
    let seen = beginning;
    const next: Parameters<typeof follow>[0] = async () => {
      cursor ??= (await begin) ?? -1n;
      // What is appended after this look wakes the sleeper; what came before it is on the page.
      seen = (await source.head()) ?? beginning;
      const events = await pageFrom(cursor + 1n);
      const last = events.at(-1);
      if (last === undefined) return null;
      cursor = last.revision;
      const reached = last.revision;
      const hasMore = async (): Promise<boolean> => ((await source.lastRevision(streamId)) ?? -1n) > reached;
      return { message: { kind: 'events', events, through: last.position }, hasMore };
    };
    return follow(next, () => source.waitForAppend(seen, signal), signal);
  });
};
