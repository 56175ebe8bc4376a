import type { Database } from 'better-sqlite3';
import { checkAppend, checkExpected, checkStreamName } from '../../check-append.ts';
import { Cancelled, Disposed, InvalidArgument } from '../../errors.ts';
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

  async *readStream(
    streamId: string,
    { direction = 'forwards', from, maxCount = Number.POSITIVE_INFINITY, ...options }: ReadStreamOptions = {},
  ): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    checkStreamName(streamId);
    if (typeof from === 'bigint' && from < 0n) throw new InvalidArgument('from', `${from} is negative`);
    const lowest = this.#reader.firstVisible(streamId);
    const forwards = direction === 'forwards';
    if (from === (forwards ? 'end' : 'start')) return;
    const begin = typeof from === 'bigint' ? from : forwards ? lowest : farAhead;
    const first = forwards && begin < lowest ? lowest : begin;
    const page = (at: bigint, limit: number): readonly RecordedEvent[] =>
      this.#reader.streamPage(streamId, direction, at, limit).filter(({ revision }) => revision >= lowest);
    yield* this.#paged(page, first, ({ revision }) => (forwards ? revision + 1n : revision - 1n), maxCount, options);
  }

  async *readAll({
    direction = 'forwards',
    after,
    maxCount = Number.POSITIVE_INFINITY,
    filter,
    ...options
  }: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    const forwards = direction === 'forwards';
    const bound = after ?? (forwards ? 'start' : 'end');
    if (bound === (forwards ? 'end' : 'start')) return;
    const first = typeof bound === 'bigint' ? bound : forwards ? 0n : farAhead;
    let left = maxCount;
    const page = (at: bigint, limit: number): readonly RecordedEvent[] => this.#reader.allPage(direction, at, limit);
    for await (const event of this.#paged(
      page,
      first,
      ({ position }) => position,
      filter === undefined ? maxCount : Number.POSITIVE_INFINITY,
      options,
    )) {
      if (!matches(filter, event)) continue;
      if (left <= 0) return;
      left -= 1;
      yield event;
    }
  }

  async *#paged(
    page: (at: bigint, limit: number) => readonly RecordedEvent[],
    first: bigint,
    nextAfter: (event: RecordedEvent) => bigint,
    maxCount: number,
    options: CallOptions,
  ): AsyncIterable<RecordedEvent> {
    let at = first;
    let left = maxCount;
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
