import { appendWithRetry } from './append-with-retry.ts';
import { encode } from './encode.ts';
import { InvalidArgument, StreamDeleted, StreamNotFound } from './errors.ts';
import type { EventStore, NewEvent, RecordedEvent, Revision, StreamSettings } from './event-store.port.ts';
import { isLedgered } from './ledgered.ts';
import { uuidV5 } from './uuid.ts';

/** What a copy of a log came to. */
export interface Copied {
  readonly events: number;
  /** Of these, those that were there from an earlier, interrupted copy. */
  readonly already: number;
  readonly streams: number;
}

type Wanted = NewEvent & { readonly streamId: string; readonly revision: Revision };

const mostEvents = 100;
const mostBytes = 400_000;

const textOf = ({ streamId, revision, id, type, data, metadata }: Wanted): string =>
  `${streamId} ${revision} ${id} ${type} ${encode(data, 'data')} ${encode(metadata, 'metadata')}`;

/** Stands where an event outside the ledger was taken away, so that those behind it keep their revisions. */
const placeholder = (streamId: string, revision: Revision): Wanted => ({
  streamId,
  revision,
  id: uuidV5(`gone/${streamId}@${revision}`),
  type: 'EventGone',
  data: {},
  metadata: {},
});

/** What the copy has to hold, in order. @throws InvalidArgument when an event of the ledger is missing */
async function* contentOf(from: EventStore, streams: Map<string, Revision>): AsyncIterable<Wanted> {
  for await (const event of from.readAll()) {
    const { streamId, revision } = event;
    for (let next = streams.get(streamId) ?? 0n; next < revision; next += 1n) {
      if (isLedgered(streamId)) throw new InvalidArgument('record', `${streamId}@${next} is missing`);
      yield placeholder(streamId, next);
    }
    streams.set(streamId, revision + 1n);
    yield event;
  }
}

/** Neighbours of one stream, together in one append. */
async function* batchesOf(events: AsyncIterable<Wanted>): AsyncIterable<readonly Wanted[]> {
  let batch: Wanted[] = [];
  let bytes = 0;
  for await (const event of events) {
    const size = Buffer.byteLength(textOf(event));
    const fits = batch[0]?.streamId === event.streamId && batch.length < mostEvents && bytes + size <= mostBytes;
    if (batch.length > 0 && !fits) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Passes over what is there already. @throws InvalidArgument when something else is there */
async function* missingIn(to: EventStore, wanted: AsyncIterable<Wanted>, passed: () => void): AsyncIterable<Wanted> {
  const there = to.readAll()[Symbol.asyncIterator]();
  let place = 0;
  let isBehind = false;
  for await (const event of wanted) {
    const found: IteratorResult<RecordedEvent, unknown> = isBehind ? { done: true, value: undefined } : await there.next();
    isBehind = found.done === true;
    if (found.done === true) {
      yield event;
    } else if (textOf(found.value) !== textOf(event)) {
      throw new InvalidArgument('target', `holds ${found.value.streamId}@${found.value.revision} in place ${place}, and not this record`);
    } else {
      passed();
    }
    place += 1;
  }
  if (!isBehind && (await there.next()).done !== true)
    throw new InvalidArgument('target', `holds more than the ${place} events of this record`);
}

const firstShown = async (store: EventStore, streamId: string): Promise<Revision | 'hidden' | 'deleted'> => {
  try {
    const [first] = await Array.fromAsync(store.readStream(streamId, { maxCount: 1 }));
    return first?.revision ?? 'hidden';
  } catch (error) {
    if (error instanceof StreamDeleted) return 'deleted';
    if (error instanceof StreamNotFound) return 'hidden';
    throw error;
  }
};

const settingsOf = async (store: EventStore, streamId: string, first: Revision): Promise<StreamSettings> => {
  const { settings } = await store.getStreamSettings(streamId);
  return first > 0n && settings.maxCount === undefined ? { ...settings, truncateBefore: first } : settings;
};

const carrySettings = async (to: EventStore, streamId: string, wanted: StreamSettings): Promise<void> => {
  const { settings, metaRevision } = await to.getStreamSettings(streamId);
  if (settings.maxCount === wanted.maxCount && settings.truncateBefore === wanted.truncateBefore) return;
  await to.setStreamSettings(streamId, wanted, metaRevision ?? 'none');
};

/** Hides in the copy what the record hides. */
const carryState = async (from: EventStore, to: EventStore, streamId: string): Promise<void> => {
  const first = await firstShown(from, streamId);
  if (first === 0n && Object.keys((await from.getStreamSettings(streamId)).settings).length === 0) return;
  const there = await firstShown(to, streamId);
  if (first === there && typeof first !== 'bigint') return;
  if (first === 'deleted') await to.tombstoneStream(streamId, 'any');
  else if (first === 'hidden') await to.deleteStream(streamId, 'any');
  else await carrySettings(to, streamId, await settingsOf(from, streamId, first));
};

/**
 * Copies a whole log into another store that is empty or holds the beginning of it: the same events in the same order at the same
 * revisions, nothing added, and what is hidden stays hidden. May be interrupted at any place and run again.
 *
 * @throws InvalidArgument when the other store holds anything else; Unavailable, …
 */
export const copyLog = async (from: EventStore, to: EventStore, tell: (events: number) => void = () => undefined): Promise<Copied> => {
  const streams = new Map<string, Revision>();
  let already = 0;
  let events = 0;
  const missing = missingIn(to, contentOf(from, streams), () => {
    already += 1;
  });
  for await (const batch of batchesOf(missing)) {
    const [first] = batch;
    if (first === undefined) continue;
    await appendWithRetry(to, first.streamId, first.revision === 0n ? 'no_stream' : first.revision - 1n, batch);
    events += batch.length;
    tell(already + events);
  }
  for (const streamId of streams.keys()) await carryState(from, to, streamId);
  return { events: already + events, already, streams: streams.size };
};

/**
 * Reads both logs side by side to their ends.
 *
 * @returns how many events they have in common
 * @throws InvalidArgument naming the first place where they differ
 */
export const compareLogs = async (from: EventStore, to: EventStore): Promise<number> => {
  let same = 0;
  const missing = missingIn(to, contentOf(from, new Map()), () => {
    same += 1;
  });
  for await (const { streamId, revision } of missing) throw new InvalidArgument('target', `lacks ${streamId}@${revision}`);
  return same;
};
