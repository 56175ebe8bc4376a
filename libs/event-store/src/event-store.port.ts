declare const positionBrand: unique symbol;

/** Opaque, strictly increasing over the store, not dense. Never leaves this library except as a short-lived token. */
export type GlobalPosition = bigint & { readonly [positionBrand]: true };

/** 0-based and dense within one stream. */
export type Revision = bigint;

export type ExpectedRevision = Revision | 'no_stream' | 'stream_exists' | 'any';
export type ActualRevision = Revision | 'no_stream';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Flat text to text, so that every engine can keep it. */
export type EventMetadata = Readonly<Record<string, string>>;

export interface NewEvent {
  /** Canonical lower-case UUID, chosen by the caller: ids decide what is a repeat. */
  readonly id: string;
  /** Never starts with `$`. */
  readonly type: string;
  readonly data: Json;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent extends NewEvent {
  readonly streamId: string;
  readonly revision: Revision;
  readonly position: GlobalPosition;
}

/** The caller's own limit on waiting; `signal` cancels. Default deadline 5,000 ms. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
}

export interface AppendResult {
  /** Revision of the last event of this append, also when it is an idempotent repeat. */
  readonly nextExpectedRevision: Revision;
  /** Null only for a repeat on a soft-deleted stream. */
  readonly position: GlobalPosition | null;
}

export interface ReadStreamOptions extends CallOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** Inclusive. */
  readonly from?: Revision | 'start' | 'end';
  readonly maxCount?: number;
}

export type EventFilter =
  { readonly streamPrefixes: readonly string[] } | { readonly types: readonly string[] } | { readonly typePrefixes: readonly string[] };

export interface ReadAllOptions extends CallOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** Exclusive in both directions. */
  readonly after?: GlobalPosition | 'start' | 'end';
  readonly maxCount?: number;
  readonly filter?: EventFilter;
}

export interface SubscribeAllOptions {
  /** Exclusive. */
  readonly after: GlobalPosition | 'start' | 'end';
  readonly filter?: EventFilter;
  /** Most events of one message; default 256. */
  readonly maxBatch?: number;
  /** Most bytes of data and metadata of one message, one event excepted; default 1 MiB. */
  readonly maxBatchBytes?: number;
  readonly signal?: AbortSignal;
}

export interface SubscribeStreamOptions {
  /** Exclusive. */
  readonly after: Revision | 'start' | 'end';
  readonly maxBatch?: number;
  readonly signal?: AbortSignal;
}

/**
 * `through` is a safe checkpoint: every event up to it was delivered, or does not pass the filter. Data and metadata of an event may
 * be decoded only when they are first looked at, which then throws `MalformedEvent`.
 */
export type SubscriptionMessage =
  | { readonly kind: 'events'; readonly events: readonly RecordedEvent[]; readonly through: GlobalPosition }
  /** Only events that do not pass the filter were met. */
  | { readonly kind: 'progress'; readonly through: GlobalPosition }
  /** The reader has seen everything there is; said once until it falls behind. */
  | { readonly kind: 'caughtUp' }
  /** More than one batch has come since the reader had caught up. */
  | { readonly kind: 'fellBehind' };

/** Pulled by its reader: nothing is read ahead, so a slow reader costs no memory. Ends after `stop` or when `signal` aborts. */
export interface Subscription extends AsyncIterable<SubscriptionMessage> {
  /** Resolves when no further message will be delivered. */
  readonly stop: () => Promise<void>;
}

/** What a stream still shows; what it hides stays in the log until it is scavenged. */
export interface StreamSettings {
  /** Only the last so many events are shown. */
  readonly maxCount?: number;
  /** Only events from this revision on are shown. */
  readonly truncateBefore?: Revision;
}

export interface StoredSettings {
  readonly settings: StreamSettings;
  /** Counts the changes of the settings, 0-based; null while there are none. */
  readonly metaRevision: Revision | null;
}

export interface Limits {
  readonly maxEventBytes: number;
  readonly maxAppendBytes: number;
  readonly maxEventsPerAppend: number;
}

/**
 * The append-only log.
 *
 * Every failure is an `EventStoreError`; its `outcome` says whether an append may have happened all the same.
 */
export interface EventStore {
  readonly capabilities: { readonly engine: 'memory' | 'sqlite' | 'kurrentdb'; readonly densePositions: boolean; readonly limits: Limits };
  /** Resolves only when the events are durable. @throws WrongExpectedVersion, StreamDeleted, Unavailable, … */
  readonly append: (
    streamId: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options?: CallOptions,
  ) => Promise<AppendResult>;
  /** @throws StreamNotFound or StreamDeleted on the first pull */
  readonly readStream: (streamId: string, options?: ReadStreamOptions) => AsyncIterable<RecordedEvent>;
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<RecordedEvent>;
  /** Position of the last event of all, or null while the log is empty. */
  readonly head: (options?: CallOptions) => Promise<GlobalPosition | null>;
  /** Follows the log: first what is there, then what comes. @throws Disposed, Unavailable from the iteration */
  readonly subscribeAll: (options: SubscribeAllOptions) => Subscription;
  /** Follows one stream, which need not exist yet. @throws StreamDeleted from the iteration once it is tombstoned */
  readonly subscribeStream: (streamId: string, options: SubscribeStreamOptions) => Subscription;
  readonly getStreamSettings: (streamId: string) => Promise<StoredSettings>;
  /** @param expectedMeta  revision of the settings that were read, or `none` @throws WrongExpectedVersion, StreamDeleted */
  readonly setStreamSettings: (streamId: string, settings: StreamSettings, expectedMeta: Revision | 'none') => Promise<void>;
  /** Soft: hides the events from `readStream`; the next append goes on numbering. */
  readonly deleteStream: (streamId: string, expected: ExpectedRevision, options?: CallOptions) => Promise<void>;
  /** For ever: neither append nor read will succeed again. */
  readonly tombstoneStream: (streamId: string, expected: ExpectedRevision, options?: CallOptions) => Promise<void>;
  readonly ping: () => Promise<{ readonly engine: string; readonly version: string; readonly writable: boolean }>;
  readonly close: () => Promise<void>;
}

/** The smallest of what the supported engines take, checked before any I/O. */
export const defaultLimits: Limits = { maxEventBytes: 384 * 1024, maxAppendBytes: 1_000_000, maxEventsPerAppend: 500 };
