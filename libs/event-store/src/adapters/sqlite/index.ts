import type { Database } from 'better-sqlite3';
import { checkAppend, checkExpected, checkStreamName } from '../../check-append.ts';
import { Cancelled, Disposed } from '../../errors.ts';
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
} from '../../event-store.port.ts';
import { defaultLimits } from '../../event-store.port.ts';
import { matches } from '../../filter.ts';
import { logRange, streamRange } from '../../range.ts';
import { Wakes } from '../../wakes.ts';
import { connect, guarded } from './connection.ts';
import { Reader } from './reader.ts';
import { prepareSchema, schemaVersion } from './schema.ts';
import { Writer } from './writer.ts';

const pageSize = 256;
const farAhead = 2n ** 63n - 1n;
/** How often appends of other processes are looked for. */
const pollMs = 25;

/** One SQLite file in WAL mode with synchronous=FULL: what is acknowledged survives power loss. */
class SqliteEventStore implements EventStore {
  readonly capabilities = { engine: 'sqlite', densePositions: true, limits: defaultLimits } as const;
  readonly #writing: Database;
  readonly #reading: Database;
  readonly #writer: Writer;
  readonly #reader: Reader;
  readonly #wakes = new Wakes();
  #poll: NodeJS.Timeout | null = null;
  #waiting = 0;
  #closed = false;

  constructor(path: string) {
    this.#writing = connect(path);
    prepareSchema(this.#writing);
    this.#reading = connect(path);
    this.#writer = new Writer(this.#writing);
    this.#reader = new Reader(this.#reading);
  }

  append = async (
    streamId: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options: CallOptions = {},
  ): Promise<AppendResult> => {
    this.#check(options, 'not_applied');
    const result = this.#writer.append(streamId, expected, checkAppend(streamId, expected, events, defaultLimits));
    this.#wakes.wake();
    return Promise.resolve(result);
  };

  async *readStream(streamId: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    checkStreamName(streamId);
    const range = streamRange(options);
    const lowest = this.#reader.firstVisible(streamId);
    if (range === null) return;
    const { forwards, begin } = range;
    const wanted = begin ?? (forwards ? lowest : farAhead);
    const first = forwards && wanted < lowest ? lowest : wanted;
    const direction = forwards ? 'forwards' : 'backwards';
    const page = (at: bigint, limit: number): readonly RecordedEvent[] =>
      this.#reader.streamPage(streamId, direction, at, limit).filter(({ revision }) => revision >= lowest);
    yield* this.#paged(page, first, ({ revision }) => (forwards ? revision + 1n : revision - 1n), options);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    const range = logRange(options);
    if (range === null) return;
    const direction = range.forwards ? 'forwards' : 'backwards';
    const first = range.begin ?? (range.forwards ? 0n : farAhead);
    const page = (at: bigint, limit: number): readonly RecordedEvent[] => this.#reader.allPage(direction, at, limit);
    const unfiltered = this.#paged(
      page,
      first,
      ({ position }) => position,
      options.filter === undefined ? options : { ...options, maxCount: Number.POSITIVE_INFINITY },
    );
    yield* this.#matching(unfiltered, options);
  }

  async *#matching(
    events: AsyncIterable<RecordedEvent>,
    { filter, maxCount = Number.POSITIVE_INFINITY }: ReadAllOptions,
  ): AsyncIterable<RecordedEvent> {
    let left = maxCount;
    if (left <= 0) return;
    for await (const event of events) {
      if (!matches(filter, event)) continue;
      yield event;
      left -= 1;
      if (left <= 0) return;
    }
  }

  async *#paged(
    page: (at: bigint, limit: number) => readonly RecordedEvent[],
    first: bigint,
    nextAfter: (event: RecordedEvent) => bigint,
    options: CallOptions & { readonly maxCount?: number },
  ): AsyncIterable<RecordedEvent> {
    let at = first;
    let left = options.maxCount ?? Number.POSITIVE_INFINITY;
    while (left > 0 && at >= 0n) {
      this.#check(options, 'n/a');
      const events = page(at, Math.min(pageSize, left));
      const last = events.at(-1);
      if (last === undefined) return;
      for (const event of events) {
        this.#check(options, 'n/a');
        yield await Promise.resolve(event);
      }
      at = nextAfter(last);
      left -= events.length;
    }
  }

  head = async (): Promise<GlobalPosition | null> => {
    this.#check({}, 'n/a');
    return Promise.resolve(this.#reader.head());
  };

  waitForAppend = async (after: GlobalPosition | 'start', signal: AbortSignal): Promise<void> => {
    if (this.#closed || (this.#reader.head() ?? 0n) > (after === 'start' ? 0n : after)) return;
    this.#watchOthers();
    try {
      await this.#wakes.next(signal);
    } finally {
      this.#unwatchOthers();
    }
  };

  deleteStream = async (streamId: string, expected: ExpectedRevision): Promise<void> => {
    this.#remove(streamId, expected, 'softDelete');
    return Promise.resolve();
  };

  tombstoneStream = async (streamId: string, expected: ExpectedRevision): Promise<void> => {
    this.#remove(streamId, expected, 'tombstone');
    return Promise.resolve();
  };

  ping = async (): Promise<{ engine: string; version: string; writable: boolean }> => {
    this.#check({}, 'n/a');
    guarded(() => this.#writing.exec('BEGIN IMMEDIATE; ROLLBACK'));
    return Promise.resolve({ engine: 'sqlite', version: String(schemaVersion), writable: true });
  };

  close = async (): Promise<void> => {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    this.#wakes.wake();
    if (this.#poll !== null) clearInterval(this.#poll);
    this.#reading.close();
    this.#writing.close();
    return Promise.resolve();
  };

  #remove(streamId: string, expected: ExpectedRevision, how: 'softDelete' | 'tombstone'): void {
    this.#check({}, 'not_applied');
    checkStreamName(streamId);
    checkExpected(expected);
    this.#writer.remove(streamId, expected, how);
  }

  /** The reading connection sees a new data version when any other connection has committed, of this process or another. */
  #watchOthers(): void {
    this.#waiting += 1;
    if (this.#poll !== null) return;
    let seen = this.#reader.dataVersion();
    this.#poll = setInterval(() => {
      const now = this.#reader.dataVersion();
      if (now !== seen) this.#wakes.wake();
      seen = now;
    }, pollMs);
    this.#poll.unref();
  }

  #unwatchOthers(): void {
    this.#waiting -= 1;
    if (this.#waiting > 0 || this.#poll === null) return;
    clearInterval(this.#poll);
    this.#poll = null;
  }

  #check({ signal }: CallOptions, outcome: 'not_applied' | 'n/a'): void {
    if (this.#closed) throw new Disposed();
    if (signal?.aborted === true) throw new Cancelled(outcome);
  }
}

/**
 * Opens the embedded store, creating the file when it is not there.
 *
 * @throws Unavailable when the file cannot be used, with one sentence saying why
 */
export const openSqliteEventStore = (path: string): EventStore => new SqliteEventStore(path);
