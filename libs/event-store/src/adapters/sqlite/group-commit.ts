import type { Database } from 'better-sqlite3';
import { Cancelled, DeadlineExceeded, EventStoreError } from '../../errors.ts';
import type { CallOptions } from '../../event-store.port.ts';
import { translate } from './connection.ts';

interface Waiting {
  readonly work: () => unknown;
  readonly options: CallOptions;
  readonly since: number;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly entry: Waiting; readonly result: unknown } | { readonly entry: Waiting; readonly error: EventStoreError };

const defaultDeadlineMs = 5_000;
/** A transaction holds the file's only write lock; a second process waits for it. */
const largestGroup = 512;

/** The transaction was lost before COMMIT: nothing of it stands. */
class Lost extends Error {}

/**
 * The one writer: what is asked for while a transaction runs shares the next one and its fsync. Each piece of work keeps its own
 * verdict, told only after COMMIT.
 *
 * Work judges before it writes: a verdict (an `EventStoreError`) leaves nothing behind. When anything else fails, the whole
 * transaction is lost and each piece is tried alone once.
 */
export class GroupCommit {
  readonly #db: Database;
  readonly #onCommit: () => void;
  #queue: Waiting[] = [];
  #scheduled: NodeJS.Immediate | null = null;

  constructor(db: Database, onCommit: () => void) {
    this.#db = db;
    this.#onCommit = onCommit;
  }

  /** Resolves with what the work answers, once it is durable. */
  run<T>(work: () => T, options: CallOptions): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, options, since: performance.now(), resolve, reject });
      this.#scheduled ??= setImmediate(this.#flush);
    });
  }

  /** Finishes what was asked for. */
  drain(): void {
    if (this.#scheduled !== null) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    while (this.#queue.length > 0) this.#commitNext();
  }

  readonly #flush = (): void => {
    this.#scheduled = this.#queue.length > largestGroup ? setImmediate(this.#flush) : null;
    this.#commitNext();
  };

  #commitNext(): void {
    const group = this.#queue.splice(0, largestGroup).filter((entry) => this.#isStillWanted(entry));
    if (group.length > 0) this.#commit(group);
  }

  #isStillWanted({ options: { signal, deadlineMs = defaultDeadlineMs }, since, reject }: Waiting): boolean {
    if (signal?.aborted === true) reject(new Cancelled('not_applied'));
    else if (performance.now() - since > deadlineMs) reject(new DeadlineExceeded(deadlineMs, 'not_applied'));
    else return true;
    return false;
  }

  #commit(group: readonly Waiting[]): void {
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.#transaction(group);
    } catch (error) {
      if (error instanceof Lost && group.length > 1)
        group.forEach((entry) => {
          this.#commit([entry]);
        });
      else this.#fail(group, error);
      return;
    }
    for (const outcome of outcomes) {
      if ('error' in outcome) outcome.entry.reject(outcome.error);
      else outcome.entry.resolve(outcome.result as never);
    }
    this.#onCommit();
  }

  #fail(group: readonly Waiting[], error: unknown): void {
    const told = translate(error instanceof Lost ? error.cause : error, 'connect');
    group.forEach(({ reject }) => {
      reject(told);
    });
  }

  /** @throws Lost before COMMIT; Unavailable with unknown outcome at COMMIT */
  #transaction(group: readonly Waiting[]): readonly Outcome[] {
    let outcomes: readonly Outcome[];
    // Not begun is not lost: whoever tried alone would wait for the same lock again.
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      outcomes = group.map((entry) => this.#judged(entry));
    } catch (cause) {
      this.#rollBack();
      throw new Lost('the transaction was lost', { cause });
    }
    try {
      this.#db.exec('COMMIT');
      return outcomes;
    } catch (error) {
      this.#rollBack();
      throw translate(error, 'inflight');
    }
  }

  #judged(entry: Waiting): Outcome {
    try {
      return { entry, result: entry.work() };
    } catch (error) {
      if (error instanceof EventStoreError) return { entry, error };
      throw error;
    }
  }

  #rollBack(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
  }
}
