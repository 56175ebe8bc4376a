import type { Instant } from '../../../domain/src/index.ts';
import { domainData, type EventStore, type GlobalPosition, type RecordedEvent, type Upcasters } from '../../../event-store/src/index.ts';
import type { ReadModelFile } from '../../../projections/src/index.ts';
import type { Clock } from '../../../application/src/index.ts';
import { applyToProcesses, maxDepth } from './apply-to-processes.ts';
import { giveEffect, nextAttempt, nextDue, nextEffect, retryParked } from './effects.ts';
import { readProgress, saveProgress, type Progress } from './process-file.ts';
import type { AnyProcess, CommandPort } from './process.port.ts';

/** One transaction. */
const maxBatch = 512;

export interface ProcessParts {
  readonly store: EventStore;
  readonly db: ReadModelFile;
  readonly processes: readonly AnyProcess[];
  readonly upcasters: Upcasters;
  readonly port: CommandPort;
  readonly clock: Clock;
  /** The machine's own time in milliseconds: for waiting between attempts, never for a deadline. */
  readonly machine: () => number;
  /** Told when something has to be looked at by a person. */
  readonly alert: (problem: string) => void;
  /** Brings up to date what processes know besides events; asked before each page of events is handled. */
  readonly refresh?: () => Promise<void>;
}

/**
 * What the runner does, one turn after the other: reads the log to its end, gives what is due, and lets a virtual clock walk to
 * where the record says it was put, one timer at a time, so that each fires at its own instant and in order.
 */
export class ProcessWork {
  readonly #parts: ProcessParts;
  #progress: Progress;
  /** The last position that was in the log at the start; nothing is given before it has been read. */
  #startHead: bigint | null = null;
  #isAtHead = false;

  constructor(parts: ProcessParts) {
    this.#parts = parts;
    this.#progress = readProgress(parts.db);
    retryParked(parts.db, maxDepth);
  }

  get position(): GlobalPosition | null {
    return this.#progress.position === '0' ? null : (BigInt(this.#progress.position) as GlobalPosition);
  }

  /** Whether the last turn had read everything there was. */
  get isAtHead(): boolean {
    return this.#isAtHead;
  }

  /** Whether the clock has yet to get where the record says it was put. */
  get isWalking(): boolean {
    const { walk_to: target } = this.#progress;
    return target !== null && target > this.#parts.clock.now();
  }

  /** Reads the log to its end and gives nothing: for looking at what waits. */
  async follow(): Promise<void> {
    this.#startHead ??= (await this.#parts.store.head()) ?? 0n;
    await this.#readOn();
  }

  /**
   * Works until there is nothing to do now.
   *
   * @param may  asked before each step; false ends the turn early
   * @returns whether everything that was due has been given
   * @throws what the store and the file throw; the turn can then be taken again
   */
  async turn(may: () => boolean): Promise<boolean> {
    this.#isAtHead = false;
    this.#startHead ??= (await this.#parts.store.head()) ?? 0n;
    while (may()) {
      await this.#readOn();
      // One instant for the whole step: what becomes due in between is found as the next one.
      const now = this.#parts.clock.now();
      if (await this.#giveOne(now)) continue;
      this.#isAtHead = true;
      if (this.#isPutOff(now)) return false;
      if (!this.#walkOn(now)) return true;
    }
    return false;
  }

  async #readOn(): Promise<void> {
    for (let read = maxBatch; read === maxBatch;) {
      const { position } = this.#progress;
      const after = position === '0' ? 'start' : (BigInt(position) as GlobalPosition);
      const page = await Array.fromAsync(this.#parts.store.readAll({ after, maxCount: maxBatch }));
      if (page.length > 0) {
        await this.#parts.refresh?.();
        this.#apply(page);
      }
      read = page.length;
    }
    if (BigInt(this.#progress.position) < (this.#startHead ?? 0n))
      throw new Error('the log ended before the head that was seen at the start');
  }

  #apply(page: readonly RecordedEvent[]): void {
    const { db, port, processes, upcasters, alert } = this.#parts;
    const before = this.#progress;
    const advances = page.filter(({ type }) => type === 'BusinessClockAdvanced').map((event) => domainData(event, upcasters));
    const target = (advances.at(-1) as { readonly to: Instant } | undefined)?.to ?? before.walk_to;
    const after = { position: String(page.at(-1)?.position ?? before.position), walk_to: target };
    db.transaction(() => {
      // First of all: who lost the file to another runner stops before it writes anything.
      saveProgress(db, before, after);
      for (const event of page) applyToProcesses(db, { processes, upcasters, alert, commandIdOf: port.commandIdOf }, event);
    });
    this.#progress = after;
  }

  async #giveOne(now: Instant): Promise<boolean> {
    const { db, port, machine, alert } = this.#parts;
    const effect = nextEffect(db, now, machine());
    if (effect === null) return false;
    await giveEffect(db, port, effect, { machine, alert });
    return true;
  }

  #isPutOff(now: Instant): boolean {
    return nextAttempt(this.#parts.db, now, this.#parts.machine()) !== null;
  }

  /** One step of the clock: to the next timer on the way, else to where it was put. A real clock goes nowhere. */
  #walkOn(now: Instant): boolean {
    const { db, clock } = this.#parts;
    const { walk_to: target } = this.#progress;
    if (target === null || !this.isWalking) return false;
    const due = nextDue(db, now);
    const step = due !== null && due < target ? due : (target as Instant);
    clock.advanceTo(step);
    return clock.now() >= step;
  }
}
