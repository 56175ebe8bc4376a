import { Cancelled } from '../../errors.ts';
import type { CallOptions, ReadAllOptions, ReadStreamOptions, RecordedEvent, Revision } from '../../event-store.port.ts';
import { matches } from '../../filter.ts';
import { logRange, streamRange, type Range } from '../../range.ts';
import type { Reader } from './reader.ts';
import { longestKept, type StreamCache } from './stream-cache.ts';

const pageSize = 256;
const farAhead = 2n ** 63n - 1n;

type Limited = CallOptions & { readonly maxCount?: number };

/** Delivers page after page; between two pulls nothing stays open. `check` throws when reading is over. */
async function* paged(
  page: (at: bigint, limit: number) => readonly RecordedEvent[],
  first: bigint,
  nextAfter: (event: RecordedEvent) => bigint,
  { signal, maxCount = Number.POSITIVE_INFINITY }: Limited,
  check: () => void,
): AsyncGenerator<RecordedEvent, undefined> {
  let at = first;
  let left = maxCount;
  while (left > 0 && at >= 0n) {
    check();
    const asked = Math.min(pageSize, left);
    const events = page(at, asked);
    const last = events.at(-1);
    if (last === undefined) return;
    for (const event of events) {
      if (signal?.aborted === true) throw new Cancelled('n/a');
      yield await Promise.resolve(event);
    }
    // A page that is not full was the last one.
    if (events.length < asked) return;
    at = nextAfter(last);
    left -= events.length;
  }
}

/** Whether a read goes through the cache: the whole stream, by somebody who will not give up in the middle. */
const isWhole = ({ direction = 'forwards', from = 'start', maxCount, signal }: ReadStreamOptions): boolean =>
  direction === 'forwards' && from === 'start' && maxCount === undefined && signal === undefined;

/** A whole stream, from the cache when nothing was appended since it was read. */
async function* wholeStream(
  events: AsyncIterable<RecordedEvent>,
  keep: (events: readonly RecordedEvent[]) => void,
): AsyncGenerator<RecordedEvent, undefined> {
  let read: RecordedEvent[] | null = [];
  for await (const event of events) {
    read?.push(event);
    if (read !== null && read.length > longestKept) read = null;
    yield event;
  }
  if (read !== null) keep(read);
}

const shownEvents = (
  reader: Reader,
  streamId: string,
  range: Range<Revision> | null,
  lowest: Revision,
  options: ReadStreamOptions,
  check: () => void,
): AsyncGenerator<RecordedEvent, undefined> => {
  const forwards = range?.forwards !== false;
  const wanted = range?.begin ?? (forwards ? lowest : farAhead);
  const first = forwards && wanted < lowest ? lowest : wanted;
  const direction = forwards ? 'forwards' : 'backwards';
  const page = (at: bigint, limit: number): readonly RecordedEvent[] =>
    reader.streamPage(streamId, direction, at, limit).filter(({ revision }) => revision >= lowest);
  const next = ({ revision }: RecordedEvent): bigint => (forwards ? revision + 1n : revision - 1n);
  return paged(page, first, next, range === null ? { ...options, maxCount: 0 } : options, check);
};

/** Events of one stream that it shows. @throws StreamNotFound, StreamDeleted on the first pull */
export const readStreamPages = (
  reader: Reader,
  cache: StreamCache,
  streamId: string,
  options: ReadStreamOptions,
  check: () => void,
): AsyncIterable<RecordedEvent> | Iterable<RecordedEvent> => {
  const range = streamRange(options);
  const { lowest, last } = reader.shown(streamId);
  const known = isWhole(options) ? cache.get(streamId, last, lowest) : null;
  if (known !== null) return known;
  const events = shownEvents(reader, streamId, range, lowest, options, check);
  if (!isWhole(options)) return events;
  return wholeStream(events, (read) => {
    cache.put(streamId, lowest, read);
  });
};

async function* matching(
  events: AsyncIterable<RecordedEvent>,
  { filter, maxCount = Number.POSITIVE_INFINITY }: ReadAllOptions,
): AsyncGenerator<RecordedEvent, undefined> {
  let left = maxCount;
  if (left <= 0) return;
  for await (const event of events) {
    if (!matches(filter, event)) continue;
    yield event;
    left -= 1;
    if (left <= 0) return;
  }
}

/** Events of the whole log, hidden ones included. */
export const readLogPages = (reader: Reader, options: ReadAllOptions, check: () => void): AsyncIterable<RecordedEvent> => {
  const range = logRange(options);
  const forwards = range?.forwards !== false;
  const direction = forwards ? 'forwards' : 'backwards';
  const page = (at: bigint, limit: number): readonly RecordedEvent[] => reader.allPage(direction, at, limit);
  const { filter, maxCount, ...rest } = options;
  const limited = range === null ? { ...rest, maxCount: 0 } : filter === undefined && maxCount !== undefined ? { ...rest, maxCount } : rest;
  const events = paged(page, range?.begin ?? (forwards ? 0n : farAhead), ({ position }) => position, limited, check);
  return filter === undefined ? events : matching(events, options);
};
