import type { AppendResult as Appended, JSONType, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { checkAppend, checkExpected, checkStreamName } from '../../check-append.ts';
import { Cancelled, Disposed, StreamNotFound, WrongExpectedVersion } from '../../errors.ts';
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
import { Calls } from './calls.ts';
import { clientAt, ClientKeeper } from './client-keeper.ts';
import { LogWatch } from './log-watch.ts';
import { readLogPages, readStreamPages } from './paged-reads.ts';
import { fittingPage, Reading } from './reading.ts';
import { metaEventOf, metaStreamOf, settingsIn } from './settings.ts';

/** A KurrentDB server or cluster, through its own client. */
class KurrentDbEventStore implements EventStore {
  readonly capabilities = { engine: 'kurrentdb', densePositions: false, limits: defaultLimits } as const;
  readonly #keeper: ClientKeeper;
  readonly #calls: Calls;
  readonly #reading: Reading;
  readonly #watch: LogWatch;
  /** Look-ups of where the end is: an append that was asked for later comes later. */
  readonly #lookUps = new Set<Promise<unknown>>();
  #closed = false;

  constructor(url: string) {
    this.#keeper = new ClientKeeper(clientAt(url));
    this.#calls = new Calls(this.#keeper);
    this.#reading = new Reading(this.#calls);
    this.#watch = new LogWatch(this.#keeper);
  }

  append = async (
    streamId: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options: CallOptions = {},
  ): Promise<AppendResult> => {
    this.#check(options, 'not_applied');
    checkAppend(streamId, expected, events, defaultLimits);
    await Promise.allSettled(this.#lookUps);
    // The server takes a stream for one that exists when it has settings and nothing else.
    if (expected === 'stream_exists' && (await this.#reading.lastRevision(streamId, options)) === null)
      throw new WrongExpectedVersion(streamId, expected, 'no_stream');
    const { nextExpectedRevision, position } = await this.#append(streamId, expected, events, options);
    return { nextExpectedRevision, position: await this.#positionOf(streamId, nextExpectedRevision, position, options) };
  };

  async #append(streamId: string, expected: ExpectedRevision, events: readonly NewEvent[], options: CallOptions): Promise<Appended> {
    const { jsonEvent } = await import('@kurrent/kurrentdb-client');
    const proposed = events.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data: data as JSONType, metadata }));
    return this.#calls.make({
      asked: { streamId, expected },
      options,
      outcome: 'unknown',
      // The same ids at the same revision are one copy for ever; without a revision only as long as the server remembers them.
      repeatable: expected !== 'any' && expected !== 'stream_exists',
      run: (client) => client.appendToStream(streamId, proposed, { streamState: expected, requiresLeader: true }),
    });
  }

  /** A repeat may come without its position; a stream that is hidden has none to show. */
  async #positionOf(
    streamId: string,
    revision: Revision,
    position: Appended['position'],
    options: CallOptions,
  ): Promise<GlobalPosition | null> {
    if (position !== undefined) return position.commit as GlobalPosition;
    try {
      return (await this.#reading.streamPage(streamId, 'forwards', revision, 1, options)).at(0)?.position ?? null;
    } catch (error) {
      if (error instanceof StreamNotFound) return null;
      throw error;
    }
  }

  async *readStream(streamId: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    checkStreamName(streamId);
    yield* readStreamPages(this.#reading, streamId, options, this.#checkOpen);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    this.#check(options, 'n/a');
    yield* readLogPages(this.#reading, options, this.#checkOpen);
  }

  head = async (options: CallOptions = {}): Promise<GlobalPosition | null> => {
    this.#check(options, 'n/a');
    return this.#reading.head(options);
  };

  #lookUp<T>(work: Promise<T>): Promise<T> {
    const settled = work.finally(() => this.#lookUps.delete(settled));
    this.#lookUps.add(settled);
    return settled;
  }

  #source(): LogSource {
    return {
      pageAfter: async (after, limit, maxBytes) => {
        this.#checkOpen();
        return fittingPage(this.#reading, after, limit, maxBytes);
      },
      streamPageFrom: async (streamId, from, limit) => {
        this.#checkOpen();
        return this.#reading.streamPage(streamId, 'forwards', from, limit);
      },
      head: () => this.head(),
      lastRevision: async (streamId) => {
        this.#checkOpen();
        return this.#reading.lastRevision(streamId);
      },
      waitForAppend: (after, signal) => this.#watch.next(after, signal),
    };
  }

  subscribeAll = (options: SubscribeAllOptions): Subscription => {
    const source = this.#source();
    return subscribeToAll(options.after === 'end' ? { ...source, head: () => this.#lookUp(source.head()) } : source, options);
  };

  subscribeStream = (streamId: string, options: SubscribeStreamOptions): Subscription => {
    checkStreamName(streamId);
    const source = this.#source();
    const lastRevision: LogSource['lastRevision'] = (of) => this.#lookUp(Promise.resolve(source.lastRevision(of)));
    return subscribeToStream(options.after === 'end' ? { ...source, lastRevision } : source, streamId, options);
  };

  getStreamSettings = async (streamId: string): Promise<StoredSettings> => {
    this.#checkOpen();
    checkStreamName(streamId);
    const how = { direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const;
    try {
      return settingsIn((await this.#reading.rawStreamPage(metaStreamOf(streamId), how, {})).at(0));
    } catch (error) {
      if (error instanceof StreamNotFound) return settingsIn(undefined);
      throw error;
    }
  };

  setStreamSettings = async (streamId: string, settings: StreamSettings, expectedMeta: Revision | 'none'): Promise<void> => {
    this.#checkOpen();
    checkStreamName(streamId);
    checkSettings(settings);
    const expected = expectedMeta === 'none' ? 'no_stream' : expectedMeta;
    try {
      await this.#append(metaStreamOf(streamId), expected, [metaEventOf(settings)], {});
    } catch (error) {
      if (error instanceof WrongExpectedVersion) throw new WrongExpectedVersion(`settings of ${streamId}`, expected, error.actual);
      throw error;
    }
  };

  deleteStream = (streamId: string, expected: ExpectedRevision, options: CallOptions = {}): Promise<void> =>
    this.#remove(streamId, expected, options, async (client, expectedRevision, isThere) => {
      // The server refuses to delete what is not there; the port has nothing against it.
      if (isThere) await client.deleteStream(streamId, { expectedRevision, requiresLeader: true });
    });

  tombstoneStream = (streamId: string, expected: ExpectedRevision, options: CallOptions = {}): Promise<void> =>
    this.#remove(streamId, expected, options, async (client, expectedRevision) => {
      await client.tombstoneStream(streamId, { expectedRevision, requiresLeader: true });
    });

  ping = async (): Promise<{ engine: string; version: string; writable: boolean }> => {
    this.#checkOpen();
    const version = await this.#calls.make({
      asked: { streamId: '$all', expected: 'any' },
      options: {},
      outcome: 'n/a',
      repeatable: true,
      run: async (client) => {
        await Array.fromAsync(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true }));
        const capabilities: unknown = await Reflect.get(client, 'capabilities');
        const said: unknown = typeof capabilities === 'object' && capabilities !== null ? Reflect.get(capabilities, 'serverVersion') : null;
        return typeof said === 'string' ? said : 'unknown';
      },
    });
    return { engine: 'kurrentdb', version, writable: true };
  };

  close = async (): Promise<void> => {
    if (this.#closed) return;
    this.#closed = true;
    this.#watch.close();
    await this.#keeper.close();
  };

  /** The server deletes what it does not show a second time, and knows no stream that "exists": both are looked up first. */
  async #remove(
    streamId: string,
    expected: ExpectedRevision,
    options: CallOptions,
    run: (client: KurrentDBClient, expected: Revision | 'no_stream' | 'any', isThere: boolean) => Promise<void>,
  ): Promise<void> {
    this.#check(options, 'not_applied');
    checkStreamName(streamId);
    checkExpected(expected);
    const actual = (await this.#reading.lastRevision(streamId, options)) ?? 'no_stream';
    const fits = expected === 'any' || (expected === 'stream_exists' ? actual !== 'no_stream' : actual === expected);
    if (!fits) throw new WrongExpectedVersion(streamId, expected, actual);
    const exact = expected === 'stream_exists' ? actual : expected;
    const asked = { streamId, expected };
    await this.#calls.make({
      asked,
      options,
      outcome: 'unknown',
      repeatable: false,
      run: (client) => run(client, exact, actual !== 'no_stream'),
    });
  }

  readonly #checkOpen = (): void => {
    if (this.#closed) throw new Disposed();
  };

  #check({ signal }: CallOptions, outcome: 'not_applied' | 'n/a'): void {
    this.#checkOpen();
    if (signal?.aborted === true) throw new Cancelled(outcome);
  }
}

/**
 * Opens a store on a KurrentDB server or cluster; nothing is sent before the first call.
 *
 * @param url  `kurrentdb://host:port,…?tls=…`, as the client takes it
 */
export const openKurrentDbEventStore = (url: string): EventStore => new KurrentDbEventStore(url);

export { scavengeCluster, type NodeScavenge } from './scavenge.ts';
