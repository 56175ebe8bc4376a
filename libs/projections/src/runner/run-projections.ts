import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/src/index.ts';
import { Disposed, type EventStore, type GlobalPosition, type RecordedEvent, type Upcasters } from '../../event-store/src/index.ts';
import { applyOne, toProjected } from './apply-event.ts';
import { isPassing, pause } from './passing-failures.ts';
import type { Projection } from './projection.port.ts';
import type { ReadModelFile } from './storage/read-database.ts';

/** How far the read models are. */
export interface RunnerStanding {
  /** Engine position of the last event applied; null before the first. */
  readonly position: GlobalPosition | null;
  /** Ledger size: the read models show the state after the first n ledgered events. */
  readonly n: number;
  readonly lastOccurredAt: Instant | null;
  readonly caughtUp: boolean;
  /** Seconds since the runner began to be behind what it knows of; 0 while it has caught up. */
  readonly lagSeconds: number;
  /** Seconds since the runner last heard from the log; grows while nothing is appended, and when the subscription is dead. */
  readonly silentSeconds: number;
  /** Why the runner stopped, when a projection failed. */
  readonly fault: string | null;
}

export interface ProjectionRunner {
  readonly standing: () => RunnerStanding;
  /** Resolves when everything that was in the log at the start has been applied; rejects when a projection failed. */
  readonly caughtUp: Promise<void>;
  /** Waits until the read models show the event at `position`, at most `timeoutMs`. */
  readonly waitForPosition: (position: GlobalPosition, timeoutMs?: number) => Promise<'reached' | 'late'>;
  /** Resolves with the reason when a projection has failed and the runner has stopped. */
  readonly faulted: Promise<string>;
  /** Finishes the batch at hand. */
  readonly stop: () => Promise<void>;
}

/** One transaction: large enough that its COMMIT does not count, small enough that a reader who waits does not notice. */
const maxBatch = 2_048;
const maxBatchBytes = 4 * 1024 * 1024;

/** Tables of the runner itself. */
const runnerDdl = `
  CREATE TABLE checkpoint (name TEXT PRIMARY KEY, position TEXT NOT NULL, n INTEGER NOT NULL, last_occurred_at TEXT) STRICT, WITHOUT ROWID;
  INSERT INTO checkpoint (name, position, n) VALUES ('read-models', '0', 0);
`;

/** DDL of a set of projections with the runner's own tables, and the fingerprint that changes with any of it. */
export const schemaOf = (projections: readonly Projection[], more = ''): { readonly ddl: string; readonly fingerprint: string } => {
  const ddl = [runnerDdl, ...projections.map((projection) => projection.ddl), more].join('\n');
  const versions = projections.map(({ name, version }) => `${name}@${version}`).join(' ');
  return { ddl, fingerprint: createHash('sha256').update(`${versions}\n${ddl}`).digest('hex') };
};

interface Checkpoint {
  readonly position: string;
  readonly n: number;
  readonly last_occurred_at: string | null;
}

const readCheckpoint = (db: ReadModelFile): Checkpoint => {
  const row = db.get<Checkpoint>("SELECT position, n, last_occurred_at FROM checkpoint WHERE name = 'read-models'");
  if (row === undefined) throw new Error('the read models have no checkpoint');
  return row;
};

/** Compare-and-swap in the row transaction: a second runner on the same file loses here, with its whole batch. */
const saveCheckpoint = (db: ReadModelFile, before: Checkpoint, after: Checkpoint): void => {
  db.run(
    "UPDATE checkpoint SET position = ?, n = ?, last_occurred_at = ? WHERE name = 'read-models' AND position = ?",
    after.position,
    after.n,
    after.last_occurred_at,
    before.position,
  );
  const changed = db.get<{ changes: number }>('SELECT changes() AS changes')?.changes ?? 0;
  if (changed !== 1) throw new Error(`the checkpoint moved away from position ${before.position}: another runner writes these read models`);
};

const [firstWaitMs, longestWaitMs] = [50, 5_000];

interface Waiter {
  readonly position: bigint;
  readonly resolve: (answer: 'reached' | 'late') => void;
}

class Runner implements ProjectionRunner {
  readonly #stopping = new AbortController();
  readonly #waiters = new Set<Waiter>();
  readonly #store: EventStore;
  readonly #db: ReadModelFile;
  readonly #projections: readonly Projection[];
  readonly #upcasters: Upcasters;
  #checkpoint: Checkpoint;
  #behindSince: number | null = performance.now();
  #heardAt = performance.now();
  #fault: string | null = null;
  readonly #done: Promise<void>;
  readonly #firstCaughtUp = Promise.withResolvers<undefined>();
  readonly caughtUp: Promise<void> = this.#firstCaughtUp.promise;
  readonly #firstFault = Promise.withResolvers<string>();
  readonly faulted: Promise<string> = this.#firstFault.promise;

  constructor(parts: {
    readonly store: EventStore;
    readonly db: ReadModelFile;
    readonly projections: readonly Projection[];
    readonly upcasters: Upcasters;
  }) {
    this.#store = parts.store;
    this.#db = parts.db;
    this.#projections = parts.projections;
    this.#upcasters = parts.upcasters;
    this.#checkpoint = readCheckpoint(parts.db);
    // A caller that never looks at `caughtUp` reads the fault from `standing`.
    this.caughtUp.catch(() => undefined);
    this.#done = this.#run();
  }

  standing = (): RunnerStanding => ({
    position: this.#checkpoint.position === '0' ? null : (BigInt(this.#checkpoint.position) as GlobalPosition),
    n: this.#checkpoint.n,
    lastOccurredAt: this.#checkpoint.last_occurred_at as Instant | null,
    caughtUp: this.#behindSince === null,
    lagSeconds: this.#behindSince === null ? 0 : (performance.now() - this.#behindSince) / 1_000,
    silentSeconds: (performance.now() - this.#heardAt) / 1_000,
    fault: this.#fault,
  });

  waitForPosition = (position: GlobalPosition, timeoutMs = 2_000): Promise<'reached' | 'late'> => {
    if (BigInt(this.#checkpoint.position) >= position) return Promise.resolve('reached');
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        resolve: (answer) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(answer);
        },
      };
      const timer = setTimeout(() => {
        waiter.resolve('late');
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  };

  stop = async (): Promise<void> => {
    this.#stopping.abort();
    await this.#done;
    this.#waiters.forEach(({ resolve }) => {
      resolve('late');
    });
  };

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const before = this.#checkpoint;
      try {
        await this.#follow();
        return;
      } catch (error) {
        if (error instanceof Disposed) return;
        if (!isPassing(error)) {
          this.#stopFor(error);
          return;
        }
        if (this.#checkpoint !== before) waitMs = firstWaitMs;
        this.#behindSince ??= performance.now();
        await pause(waitMs, signal);
      }
    }
  }

  async #follow(): Promise<void> {
    const { position } = this.#checkpoint;
    const after = position === '0' ? 'start' : (BigInt(position) as GlobalPosition);
    for await (const message of this.#store.subscribeAll({ after, maxBatch, maxBatchBytes, signal: this.#stopping.signal })) {
      this.#heardAt = performance.now();
      if (message.kind === 'events') this.#apply(message.events);
      else if (message.kind === 'caughtUp') this.#showCaughtUp();
      else if (message.kind === 'fellBehind') this.#behindSince ??= performance.now();
    }
  }

  #stopFor(error: unknown): void {
    this.#fault = error instanceof Error ? error.message : String(error);
    this.#firstCaughtUp.reject(error);
    this.#firstFault.resolve(this.#fault);
  }

  #showCaughtUp(): void {
    this.#behindSince = null;
    this.#firstCaughtUp.resolve(undefined);
  }

  #apply(batch: readonly RecordedEvent[]): void {
    const before = this.#checkpoint;
    this.#checkpoint = this.#db.transaction(() => {
      let { n } = before;
      for (const event of batch) {
        const projected = toProjected(event, n, this.#upcasters);
        const isInLedger = projected.ledgerIndex !== null;
        if (isInLedger) n += 1;
        this.#db.beginEvent?.({ n, occurredAt: projected.occurredAt, isLedgered: isInLedger });
        applyOne(this.#projections, this.#db, projected);
      }
      const last = batch.at(-1);
      const after = {
        position: String(last?.position ?? before.position),
        n,
        last_occurred_at: last?.metadata['occurredAt'] ?? before.last_occurred_at,
      };
      saveCheckpoint(this.#db, before, after);
      return after;
    });
    const reached = BigInt(this.#checkpoint.position);
    [...this.#waiters]
      .filter(({ position }) => position <= reached)
      .forEach(({ resolve }) => {
        resolve('reached');
      });
  }
}

/** Follows the log from its checkpoint and keeps the read models up to date until stopped. Exactly once per row, by compare-and-swap. */
export const startProjections = (parts: {
  readonly store: EventStore;
  readonly db: ReadModelFile;
  readonly projections: readonly Projection[];
  readonly upcasters: Upcasters;
}): ProjectionRunner => new Runner(parts);
