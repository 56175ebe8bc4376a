import { checkAppend, checkExpected, checkStreamName } from '../../check-append.ts';
import { Cancelled, Disposed, StreamDeleted, StreamNotFound } from '../../errors.ts';
import type {
  AppendResult,
  CallOptions,
  EventStore,
  ExpectedRevision,
  GlobalPosition,
  NewEvent,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  Revision,
  StoredSettings,
  StreamSettings,
  SubscribeAllOptions,
  SubscribeStreamOptions,
  Subscription,
} from '../../event-store.port.ts';
import { defaultLimits } from '../../event-store.port.ts';
import { matches } from '../../filter.ts';
import { logRange, streamRange } from '../../range.ts';
import { checkSettings, judgeSettings } from '../../stream-settings.ts';
import { fitting, subscribeToAll, subscribeToStream, type LogSource } from '../../subscribe.ts';
import { judge, judgeDelete, type StreamFacts } from '../../verdict.ts';
import { Wakes } from '../../wakes.ts';
import { emptyStream, lowestOf, toRecorded, type StoredEvent, type Stream } from './memory-stream.ts';

/** Keeps the log in this process only: for tests and for trying things out. */
class MemoryEventStore implements EventStore {
  readonly capabilities = { engine: 'memory', densePositions: true, limits: defaultLimits } as const;
  readonly #all: StoredEvent[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #wakes = new Wakes();
  #closed = false;

  append = async (
    streamId: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options: CallOptions = {},
  ): Promise<AppendResult> => {
    this.#check(options, 'not_applied');
    const encoded = checkAppend(streamId, expected, events, defaultLimits);
    const verdict = judge(
      streamId,
      expected,
      encoded.map(({ id }) => id),
      this.#facts(streamId),
    );
    if (verdict.kind === 'repeat') return Promise.resolve(this.#repeated(streamId, verdict.last));
    const stream = this.#streams.get(streamId) ?? emptyStream();
    this.#streams.set(streamId, stream);
    stream.softDeleted = false;
    encoded.forEach((event, index) => {
      const stored = {
        ...event,
        streamId,
        revision: verdict.first + BigInt(index),
        position: BigInt(this.#all.length + 1) as GlobalPosition,
      };
      this.#all.push(stored);
      stream.events.push(stored);
    });
    this.#wakes.wake();
    return Promise.resolve({
      nextExpectedRevision: verdict.first + BigInt(encoded.length) - 1n,
      position: this.#all.at(-1)?.position ?? null,
    });
  };

  #repeated(streamId: string, last: bigint): AppendResult {
    const stream = this.#streams.get(streamId);
    return { nextExpectedRevision: last, position: stream?.softDeleted === true ? null : (stream?.events[Number(last)]?.position ?? null) };
  }

  async *readStream(streamId: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    checkStreamName(streamId);
    const range = streamRange(options);
    const stream = this.#visible(streamId);
    if (range === null) return;
    const { forwards, begin } = range;
    const within = ({ revision }: StoredEvent): boolean => begin === null || (forwards ? revision >= begin : revision <= begin);
    const events = stream.events.filter((event) => event.revision >= lowestOf(stream) && within(event));
    yield* this.#deliver(forwards ? events : events.toReversed(), options);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    const range = logRange(options);
    if (range === null) return;
    const { forwards, begin } = range;
    const within = ({ position }: StoredEvent): boolean => begin === null || (forwards ? position > begin : position < begin);
    const events = this.#all.filter((event) => within(event) && matches(options.filter, event));
    yield* this.#deliver(forwards ? events : events.toReversed(), options);
  }

  /** @throws StreamNotFound, StreamDeleted */
  #visible(streamId: string): Stream {
    const stream = this.#streams.get(streamId);
    if (stream?.tombstoned === true) throw new StreamDeleted(streamId);
    if (stream === undefined || stream.events.length === 0 || stream.softDeleted) throw new StreamNotFound(streamId);
    return stream;
  }

  async *#deliver(
    events: readonly StoredEvent[],
    { signal, maxCount }: CallOptions & { readonly maxCount?: number },
  ): AsyncIterable<RecordedEvent> {
    for (const event of events.slice(0, maxCount)) {
      if (signal?.aborted === true) throw new Cancelled('n/a');
      yield await Promise.resolve(toRecorded(event));
    }
  }

  head = async (): Promise<GlobalPosition | null> => {
    this.#check({}, 'n/a');
    return Promise.resolve(this.#all.at(-1)?.position ?? null);
  };

  readonly #source: LogSource = {
    pageAfter: (after, limit, maxBytes) => {
      this.#check({}, 'n/a');
      return fitting(this.#all.slice(Number(after), Number(after) + limit), maxBytes).map(toRecorded);
    },
    streamPageFrom: (streamId, from, limit) => {
      this.#check({}, 'n/a');
      const stream = this.#visible(streamId);
      const lowest = lowestOf(stream);
      const first = Number(from > lowest ? from : lowest);
      return stream.events.slice(first, first + limit).map(toRecorded);
    },
    head: () => this.head(),
    lastRevision: (streamId) => this.#streams.get(streamId)?.events.at(-1)?.revision ?? null,
    waitForAppend: async (after, signal) => {
      if (this.#closed || (this.#all.at(-1)?.position ?? 0n) > after) return;
      await this.#wakes.next(signal);
    },
  };

  subscribeAll = (options: SubscribeAllOptions): Subscription => subscribeToAll(this.#source, options);

  subscribeStream = (streamId: string, options: SubscribeStreamOptions): Subscription => {
    checkStreamName(streamId);
    return subscribeToStream(this.#source, streamId, options);
  };

  getStreamSettings = async (streamId: string): Promise<StoredSettings> => {
    this.#check({}, 'n/a');
    checkStreamName(streamId);
    const { settings, metaRevision } = this.#streams.get(streamId) ?? emptyStream();
    return Promise.resolve({ settings, metaRevision });
  };

  setStreamSettings = async (streamId: string, settings: StreamSettings, expectedMeta: Revision | 'none'): Promise<void> => {
    this.#check({}, 'not_applied');
    checkStreamName(streamId);
    checkSettings(settings);
    const stream = this.#streams.get(streamId) ?? emptyStream();
    if (stream.tombstoned) throw new StreamDeleted(streamId);
    judgeSettings(streamId, expectedMeta, stream.metaRevision);
    stream.settings = settings;
    stream.metaRevision = (stream.metaRevision ?? -1n) + 1n;
    this.#streams.set(streamId, stream);
    return Promise.resolve();
  };

  deleteStream = async (streamId: string, expected: ExpectedRevision): Promise<void> => {
    const stream = this.#forDelete(streamId, expected);
    if (stream === undefined) return Promise.resolve();
    stream.softDeleted = true;
    stream.hiddenBelow = BigInt(stream.events.length);
    return Promise.resolve();
  };

  tombstoneStream = async (streamId: string, expected: ExpectedRevision): Promise<void> => {
    const stream = this.#forDelete(streamId, expected) ?? emptyStream();
    stream.tombstoned = true;
    this.#streams.set(streamId, stream);
    return Promise.resolve();
  };

  ping = async (): Promise<{ engine: string; version: string; writable: boolean }> => {
    this.#check({}, 'n/a');
    return Promise.resolve({ engine: 'memory', version: '1', writable: true });
  };

  close = async (): Promise<void> => {
    this.#closed = true;
    this.#wakes.wake();
    return Promise.resolve();
  };

  #forDelete(streamId: string, expected: ExpectedRevision): Stream | undefined {
    this.#check({}, 'not_applied');
    checkStreamName(streamId);
    checkExpected(expected);
    judgeDelete(streamId, expected, this.#facts(streamId));
    return this.#streams.get(streamId);
  }

  #check({ signal }: CallOptions, outcome: 'not_applied' | 'n/a'): void {
    if (this.#closed) throw new Disposed();
    if (signal?.aborted === true) throw new Cancelled(outcome);
  }

  #facts(streamId: string): StreamFacts {
    const stream = this.#streams.get(streamId);
    const events = stream?.events ?? [];
    return {
      last: events.at(-1)?.revision ?? null,
      softDeleted: stream?.softDeleted ?? false,
      tombstoned: stream?.tombstoned ?? false,
      idAt: (revision) => events[Number(revision)]?.id ?? null,
      revisionOf: (id) => events.find((event) => event.id === id)?.revision ?? null,
    };
  }
}

/** Opens an empty store in memory; it is gone when the process ends. */
export const openMemoryEventStore = (): EventStore => new MemoryEventStore();
