import { setImmediate as turn } from 'node:timers/promises';
import type { Instant } from '../../../domain/src/index.ts';
import type { EventFilter, EventStore, GlobalPosition, RecordedEvent, Upcasters } from '../../../event-store/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelFile } from '../storage/read-database.ts';
import { Applying } from './applying.ts';
import { batchLimits, readCheckpoint, saveCheckpoint, startOf, type Checkpoint } from './checkpoint.ts';
import { messageOf } from './failures.ts';
import { HeadWatch } from './head-watch.ts';
import { persistently } from './persistently.ts';
import { parkedKeys, stoppedProjections, unaskedEvents, type ParkedKey, type StoppedAt, type StoppedProjection } from './poison.ts';
import { PositionWaiters } from './position-waiters.ts';
import type { ProjectionRunner, RunnerStanding, Unparked } from './runner.port.ts';
import { catchUp } from './straggler.ts';
import { unpark } from './unpark.ts';

/** What a runner works with. */
export interface RunnerParts {
  readonly store: EventStore;
  readonly db: ReadModelFile;
  readonly projections: readonly Projection[];
  readonly upcasters: Upcasters;
  /** Which events are looked at; all unless told. */
  readonly filter?: EventFilter;
  /** Told once of every projection that stops and of every key that is parked. */
  readonly tell?: (trouble: StoppedProjection | ParkedKey) => void;
}

const nameOf = (trouble: StoppedProjection | ParkedKey): string =>
  'key' in trouble ? `${trouble.projection} ${trouble.key}` : trouble.projection;

class Runner implements ProjectionRunner {
  readonly #stopping = new AbortController();
  readonly #waiters = new PositionWaiters();
  readonly #parts: RunnerParts;
  readonly #head: HeadWatch;
  #applying: Applying;
  #checkpoint: Checkpoint;
  #stopped: readonly (StoppedProjection & StoppedAt)[] = [];
  #parked: readonly ParkedKey[] = [];
  #behindSince: number | null = performance.now();
  #heardAt = performance.now();
  #fault: string | null = null;
  readonly #done: Promise<unknown>;
  readonly #firstCaughtUp = Promise.withResolvers<undefined>();
  readonly caughtUp: Promise<void> = this.#firstCaughtUp.promise;
  readonly #firstFault = Promise.withResolvers<string>();
  readonly faulted: Promise<string> = this.#firstFault.promise;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#checkpoint = readCheckpoint(parts.db);
    this.#applying = this.#reform();
    this.#head = new HeadWatch(parts.store, () => this.#reached());
    // A caller that never looks at `caughtUp` reads the fault from `standing`.
    this.caughtUp.catch(() => undefined);
    this.#done = Promise.all([this.#run(), this.#retryParked(), ...this.#stopped.map((stopped) => this.#retry(stopped))]);
  }

  standing = (): RunnerStanding => ({
    position: this.#checkpoint.position === '0' ? null : (this.#reached() as GlobalPosition),
    n: this.#checkpoint.n,
    lastOccurredAt: this.#checkpoint.last_occurred_at as Instant | null,
    caughtUp: this.#behindSince === null,
    lagSeconds: this.#behindSince === null ? 0 : (performance.now() - this.#behindSince) / 1_000,
    silentSeconds: (performance.now() - this.#heardAt) / 1_000,
    headAgeSeconds: this.#head.ageSeconds(),
    stopped: this.#stopped.map(({ position: _position, ...stopped }) => stopped),
    parked: this.#parked,
    fault: this.#fault,
  });

  unasked = (): Readonly<Record<string, number>> => unaskedEvents(this.#parts.db);

  waitForPosition = async (position: GlobalPosition, timeoutMs = 2_000): Promise<'reached' | 'late'> => {
    const answer = this.#reached() >= position ? 'reached' : await this.#waiters.wait(position, timeoutMs);
    return this.#stopped.length === 0 ? answer : 'late';
  };

  unpark = async (name: string, key: string): Promise<Unparked> => {
    const projection = this.#parts.projections.find((one) => one.name === name);
    if (projection === undefined) return { kind: 'unknown' };
    const answer = await unpark({ ...this.#parts, projection, key, n: () => this.#checkpoint.n });
    if (answer.kind === 'taken') this.#applying = this.#reform();
    return answer;
  };

  stop = async (): Promise<void> => {
    this.#stopping.abort();
    this.#head.stop();
    await this.#done;
    this.#waiters.sendHome();
  };

  #reached(): bigint {
    return BigInt(this.#checkpoint.position);
  }

  /** Reads from the file who stands still and what is parked; the others go on together. */
  #reform(): Applying {
    const { db, projections, upcasters } = this.#parts;
    const names = new Set(projections.map(({ name }) => name));
    const known = new Set([...this.#stopped, ...this.#parked].map(nameOf));
    this.#stopped = stoppedProjections(db).filter(({ projection }) => names.has(projection));
    this.#parked = parkedKeys(db);
    [...this.#stopped, ...this.#parked].filter((trouble) => !known.has(nameOf(trouble))).forEach((trouble) => this.#parts.tell?.(trouble));
    const standing = new Set(this.#stopped.map(({ projection }) => projection));
    return new Applying({ db, upcasters, projections: projections.filter(({ name }) => !standing.has(name)), isStraggler: false });
  }

  async #run(): Promise<void> {
    const waits = (): void => {
      this.#behindSince ??= performance.now();
    };
    try {
      await persistently(() => this.#follow(), { signal: this.#stopping.signal, progress: () => this.#checkpoint, waits });
    } catch (error) {
      this.#fail(error);
    }
  }

  async #follow(): Promise<void> {
    const { store, filter } = this.#parts;
    const after = startOf(this.#checkpoint.position);
    const asked = filter === undefined ? {} : { filter };
    for await (const message of store.subscribeAll({ after, ...batchLimits, ...asked, signal: this.#stopping.signal })) {
      this.#heardAt = performance.now();
      this.#head.arrived();
      if (message.kind === 'events') await this.#take(message.events);
      else if (message.kind === 'progress') this.#pass(message.through);
      else if (message.kind === 'caughtUp') this.#showCaughtUp();
      else this.#behindSince ??= performance.now();
    }
  }

  /** A projection that stood still when the last program ended tries again: this one may be able to take the event. */
  async #retry(stopped: StoppedProjection & StoppedAt): Promise<void> {
    const { signal } = this.#stopping;
    const projection = this.#parts.projections.find(({ name }) => name === stopped.projection);
    if (projection === undefined) return;
    const others = (): bigint => this.#reached();
    const from = (): StoppedAt => stoppedProjections(this.#parts.db).find((one) => one.projection === stopped.projection) ?? stopped;
    const work = async (): Promise<void> => {
      await catchUp({ ...this.#parts, projection, from: from(), others, signal });
      this.#applying = this.#reform();
    };
    try {
      await persistently(work, { signal, progress: () => from().position, waits: () => undefined });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What the last program put aside this one may be able to take. */
  async #retryParked(): Promise<void> {
    const { signal } = this.#stopping;
    const work = async (): Promise<void> => {
      for (const { projection, key } of this.#parked) if (!signal.aborted) await this.unpark(projection, key);
    };
    try {
      await persistently(work, { signal, progress: () => this.#parked.length, waits: () => undefined });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#fault ??= messageOf(error);
    this.#firstCaughtUp.reject(error);
    this.#firstFault.resolve(this.#fault);
    this.#stopping.abort();
  }

  #showCaughtUp(): void {
    this.#behindSince = null;
    this.#firstCaughtUp.resolve(undefined);
  }

  /** While there is more to come others get a turn between two batches: readers, signals, timers. */
  async #take(batch: readonly RecordedEvent[]): Promise<void> {
    this.#apply(batch);
    if (this.#behindSince !== null) await turn();
  }

  /** What the filter lets nobody see has been seen as well. */
  #pass(through: GlobalPosition): void {
    const before = this.#checkpoint;
    const after = { ...before, position: String(through) };
    saveCheckpoint(this.#parts.db, before, after);
    this.#checkpoint = after;
    this.#waiters.reach(through);
  }

  #apply(batch: readonly RecordedEvent[]): void {
    const before = this.#checkpoint;
    const { after, hasStopped } = this.#applying.apply(batch, before, (applied) => {
      saveCheckpoint(this.#parts.db, before, applied.after);
    });
    this.#checkpoint = after;
    if (hasStopped || this.#applying.hasParked()) this.#applying = this.#reform();
    this.#waiters.reach(this.#reached());
  }
}

/**
 * Follows the log from its checkpoint and keeps the read models up to date until stopped. Exactly once per row, by compare-and-swap.
 * A projection that cannot take an event parks it or stops by itself; the others go on.
 */
export const startProjections = (parts: RunnerParts): ProjectionRunner => new Runner(parts);
