import type { Database } from 'better-sqlite3';
import { checkAppend, checkExpected, checkStreamName } from '../../check-append.ts';
import { Cancelled, Disposed } from '../../errors.ts';
import {
  defaultLimits,
  type AppendResult,
  type CallOptions,
  type EventStore,
  type ExpectedRevision,
  type GlobalPosition,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type Revision,
  type StoredSettings,
  type StreamSettings,
  type SubscribeAllOptions,
  type SubscribeStreamOptions,
  type Subscription,
} from '../../event-store.port.ts';
import { checkSettings } from '../../stream-settings.ts';
import { subscribeToAll, subscribeToStream, type LogSource } from '../../subscribe.ts';
import { connect, guarded } from './connection.ts';
import { GroupCommit } from './group-commit.ts';
import { readLogPages, readStreamPages } from './paged-reads.ts';
import { Reader } from './reader.ts';
import { prepareSchema, schemaVersion } from './schema.ts';
import { StreamCache } from './stream-cache.ts';
import { AppendWatch } from './append-watch.ts';
import { Writer } from './writer.ts';

export { backUp, checkBackup, isEventStore, type BackupProgress } from './backup.ts';
export { compact, eraseContent, type ErasedContent } from './erase.ts';
export { scavenge, type Scavenged } from './scavenge.ts';

/** One SQLite file in WAL mode with synchronous=FULL: what is acknowledged survives power loss. */
class SqliteEventStore implements EventStore {
  readonly capabilities = { engine: 'sqlite', densePositions: true, limits: defaultLimits } as const;
  readonly #writing: Database;
  readonly #reading: Database;
  readonly #commits: GroupCommit;
  readonly #writer: Writer;
  readonly #reader: Reader;
  readonly #cache = new StreamCache();
  readonly #watch: AppendWatch;
  readonly #source: LogSource;
  #closed = false;

  constructor(path: string) {
    this.#writing = connect(path);
    prepareSchema(this.#writing);
    this.#reading = connect(path);
    this.#reader = new Reader(this.#reading);
    this.#watch = new AppendWatch(this.#reader);
    this.#writer = new Writer(this.#writing);
    this.#commits = new GroupCommit(this.#writing, () => {
      this.#watch.wake();
    });
    this.#source = {
      pageAfter: (after, limit, maxBytes) => this.#open(() => this.#reader.pageWithin(after, limit, maxBytes)),
      streamPageFrom: (streamId, from, limit) =>
        this.#open(() => {
          const { lowest } = this.#reader.shown(streamId);
          return this.#reader.streamPage(streamId, 'forwards', from > lowest ? from : lowest, limit);
        }),
      head: () => this.head(),
      lastRevision: (streamId) => this.#open(() => this.#reader.lastRevision(streamId)),
      waitForAppend: (after, signal) => this.#watch.next(after, signal),
    };
  }

  append = async (
    streamId: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options: CallOptions = {},
  ): Promise<AppendResult> => {
    this.#check(options, 'not_applied');
    const encoded = checkAppend(streamId, expected, events, defaultLimits);
    return this.#commits.run(() => this.#writer.append(streamId, expected, encoded), options);
  };

  async *readStream(streamId: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    checkStreamName(streamId);
    yield* readStreamPages(this.#reader, this.#cache, streamId, options, this.#checkOpen);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    yield* readLogPages(this.#reader, options, this.#checkOpen);
  }

  head = async (): Promise<GlobalPosition | null> => Promise.resolve(this.#open(() => this.#reader.head()));

  subscribeAll = (options: SubscribeAllOptions): Subscription => subscribeToAll(this.#source, options);

  subscribeStream = (streamId: string, options: SubscribeStreamOptions): Subscription => {
    checkStreamName(streamId);
    return subscribeToStream(this.#source, streamId, options);
  };

  getStreamSettings = async (streamId: string): Promise<StoredSettings> => {
    checkStreamName(streamId);
    return Promise.resolve(this.#open(() => this.#reader.settings(streamId)));
  };

  setStreamSettings = async (streamId: string, settings: StreamSettings, expectedMeta: Revision | 'none'): Promise<void> => {
    this.#checkOpen();
    checkStreamName(streamId);
    checkSettings(settings);
    await this.#commits.run(() => {
      this.#writer.changeSettings(streamId, settings, expectedMeta);
    }, {});
  };

  deleteStream = (streamId: string, expected: ExpectedRevision, options: CallOptions = {}): Promise<void> =>
    this.#remove(streamId, expected, 'softDelete', options);

  tombstoneStream = (streamId: string, expected: ExpectedRevision, options: CallOptions = {}): Promise<void> =>
    this.#remove(streamId, expected, 'tombstone', options);

  ping = async (): Promise<{ engine: string; version: string; writable: boolean }> => {
    this.#checkOpen();
    guarded(() => this.#writing.exec('BEGIN IMMEDIATE; ROLLBACK'));
    return Promise.resolve({ engine: 'sqlite', version: String(schemaVersion), writable: true });
  };

  close = async (): Promise<void> => {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    this.#commits.drain();
    this.#watch.close();
    this.#reading.close();
    this.#writing.close();
    return Promise.resolve();
  };

  async #remove(streamId: string, expected: ExpectedRevision, how: 'softDelete' | 'tombstone', options: CallOptions): Promise<void> {
    this.#check(options, 'not_applied');
    checkStreamName(streamId);
    checkExpected(expected);
    await this.#commits.run(() => {
      this.#writer.remove(streamId, expected, how);
    }, options);
  }

  readonly #checkOpen = (): void => {
    if (this.#closed) throw new Disposed();
  };

  #open<T>(work: () => T): T {
    this.#checkOpen();
    return work();
  }

  #check({ signal }: CallOptions, outcome: 'not_applied' | 'n/a'): void {
    this.#checkOpen();
    if (signal?.aborted === true) throw new Cancelled(outcome);
  }
}

/**
 * Opens the embedded store, creating the file when it is not there and bringing an older one to this version.
 *
 * @throws Unavailable when the file cannot be used, with one sentence saying why
 */
export const openSqliteEventStore = (path: string): EventStore => new SqliteEventStore(path);
