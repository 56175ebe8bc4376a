import type { Instant } from '../../../domain/src/index.ts';
import { Disposed, Unavailable } from '../../../event-store/src/index.ts';
import { isPassing, pause } from '../../../projections/src/index.ts';
import type { Processes, ProcessesStanding } from '../../../application/src/index.ts';
import { countEffects, duesAfter, nextAttempt, nextDue } from './effects.ts';
import { ProcessWork, type ProcessParts } from './process-work.ts';

const [firstWaitMs, longestWaitMs] = [50, 5_000];
/** How long somebody waits at most for the clock to arrive. */
const patienceMs = 10_000;

/** A runner that can be ended. */
export interface ProcessRunner extends Processes {
  /** Resolves when everything that was in the log at the start has been read and what was due has been given; rejects on a fault. */
  readonly caughtUp: Promise<void>;
  /** Resolves when a whole turn found nothing more to do. */
  readonly idle: () => Promise<void>;
  /** Finishes the command at hand. */
  readonly stop: () => Promise<void>;
}

interface Waiter {
  readonly isMet: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const stopped = (cause: unknown): Unavailable => new Unavailable('the processes have stopped', 'connect', cause);

class Runner implements ProcessRunner {
  readonly #parts: ProcessParts;
  readonly #work: ProcessWork;
  readonly #stopping = new AbortController();
  readonly #waiters = new Set<Waiter>();
  readonly #done: Promise<void>;
  readonly caughtUp: Promise<void>;
  #wake = Promise.withResolvers<undefined>();
  #turnsBegun = 0;
  /** The last turn after which nothing was left to do. */
  #quietTurn = 0;
  #atHeadAt = performance.now();
  #heardAt = performance.now();
  #fault: string | null = null;

  constructor(parts: ProcessParts) {
    this.#parts = parts;
    this.#work = new ProcessWork(parts);
    this.caughtUp = this.#until(() => this.#quietTurn > 0);
    this.caughtUp.catch(() => undefined);
    this.#done = Promise.all([this.#listen(), this.#run()]).then(() => undefined);
  }

  standing = (): ProcessesStanding => ({
    caughtUp: this.#work.isAtHead,
    lagSeconds: this.#work.isAtHead ? 0 : (performance.now() - this.#atHeadAt) / 1_000,
    silentSeconds: (performance.now() - this.#heardAt) / 1_000,
    fault: this.#fault,
    ...countEffects(this.#parts.db, this.#parts.clock.now()),
  });

  duesAfter = (now: Instant): Promise<readonly Instant[]> => Promise.resolve(duesAfter(this.#parts.db, now));

  arrive = async (instant: Instant): Promise<void> => {
    await this.#within(patienceMs, () => this.#parts.clock.now() >= instant && !this.#work.isWalking && this.#work.isAtHead);
  };

  idle = (): Promise<void> => {
    // The turn at hand may have looked already; the next one sees everything.
    const atHand = this.#turnsBegun;
    this.#nudge();
    return this.#until(() => this.#quietTurn > atHand);
  };

  stop = async (): Promise<void> => {
    this.#stopping.abort();
    this.#nudge();
    await this.#done;
    this.#reject(stopped('the service ends'));
  };

  #nudge(): void {
    this.#wake.resolve(undefined);
  }

  #until(isMet: () => boolean): Promise<void> {
    if (this.#fault !== null) return Promise.reject(stopped(this.#fault));
    return new Promise((resolve, reject) => {
      this.#waiters.add({ isMet, resolve, reject });
    });
  }

  async #within(milliseconds: number, isMet: () => boolean): Promise<void> {
    this.#nudge();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, milliseconds, undefined);
    await Promise.race([this.#until(isMet), promise]).finally(() => {
      clearTimeout(timer);
    });
  }

  #meet(): void {
    for (const waiter of [...this.#waiters].filter(({ isMet }) => isMet())) {
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  #reject(error: Error): void {
    this.#waiters.forEach(({ reject }) => {
      reject(error);
    });
    this.#waiters.clear();
  }

  /** The subscription only wakes; the log is read in turns. */
  async #listen(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted && this.#fault === null) {
      try {
        for await (const _message of this.#parts.store.subscribeAll({ after: 'end', signal })) this.#nudge();
      } catch (error) {
        if (error instanceof Disposed) return;
        await pause(firstWaitMs, signal);
      }
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let waitMs = firstWaitMs; !signal.aborted;) {
      this.#wake = Promise.withResolvers<undefined>();
      try {
        await this.#takeTurn();
        waitMs = firstWaitMs;
        await this.#sleep();
      } catch (error) {
        if (error instanceof Disposed) return;
        if (!isPassing(error)) {
          this.#stopFor(error);
          return;
        }
        await pause(waitMs, signal);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
      }
    }
  }

  async #takeTurn(): Promise<void> {
    this.#turnsBegun += 1;
    const isOver = await this.#work.turn(() => !this.#stopping.signal.aborted);
    this.#heardAt = performance.now();
    if (this.#work.isAtHead) this.#atHeadAt = this.#heardAt;
    if (isOver) this.#quietTurn = this.#turnsBegun;
    this.#meet();
  }

  /** Until something is appended, a timer is due, or an attempt may be made again. */
  async #sleep(): Promise<void> {
    const { db, clock, machine } = this.#parts;
    const now = clock.now();
    const attempt = nextAttempt(db, now, machine());
    const due = nextDue(db, now);
    const waits = [1_000, attempt === null ? 1_000 : attempt - machine(), due === null ? 1_000 : Date.parse(due) - Date.parse(now)];
    const timer = setTimeout(
      () => {
        this.#nudge();
      },
      Math.max(1, Math.min(...waits)),
    );
    await this.#wake.promise;
    clearTimeout(timer);
  }

  #stopFor(error: unknown): void {
    this.#fault = error instanceof Error ? error.message : String(error);
    this.#parts.alert(`the processes have stopped: ${this.#fault}`);
    this.#reject(stopped(error));
  }
}

/** Follows the log, gives the commands that follow from it and fires timers, until stopped. */
export const startProcesses = (parts: ProcessParts): ProcessRunner => new Runner(parts);
