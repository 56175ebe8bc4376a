import { MalformedEvent, type GlobalPosition, type RecordedEvent, type Upcasters } from '../../../event-store/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelFile } from '../storage/read-database.ts';
import type { Checkpoint } from './checkpoint.ts';
import { blamesProjection, messageOf, Poisoned } from './failures.ts';
import { countUnasked, mostParkedKeys, parkedKeys, recordParked, recordStopped } from './poison.ts';
import { ProjectedEvent } from './projected-event.ts';
import { sequenceKeyOf, stepsFor, take, type Step, type StepsOfType, type Working } from './steps.ts';

/** What a batch leaves behind. */
export interface Applied {
  readonly after: Checkpoint;
  /** Whether a projection stopped within it. */
  readonly hasStopped: boolean;
}

/** Where one event stands in its batch. */
interface Place {
  readonly event: RecordedEvent;
  readonly projected: ProjectedEvent;
  /** Ledgered events before it. */
  readonly n: number;
  /** Position of the event before it in this batch. */
  readonly before: GlobalPosition | string;
}

interface Pass {
  readonly n: number;
  readonly before: GlobalPosition | string;
  /** Whether each projection works behind a savepoint, so that one can fail alone. */
  readonly isCareful: boolean;
}

/** Instant of an event; one that cannot be read leaves the clock where it was. */
const instantOf = (event: RecordedEvent | undefined, before: string | null): string | null => {
  try {
    return event?.metadata['occurredAt'] ?? before;
  } catch (error) {
    if (error instanceof MalformedEvent) return before;
    throw error;
  }
};

/**
 * Some projections of one file, applied together.
 *
 * A batch is one transaction. When a projection cannot take an event the transaction is lost and the batch is applied once more,
 * each projection behind savepoints of its own: the others lose nothing, and the one to blame parks the event or stops.
 */
export class Applying {
  readonly #db: ReadModelFile;
  readonly #projections: readonly Projection[];
  readonly #upcasters: Upcasters;
  /** A straggler works on its own tables only: what the whole file counts was counted already. */
  readonly #isStraggler: boolean;
  #working: readonly Working[] = [];
  #steps = stepsFor([]);

  constructor(parts: {
    readonly db: ReadModelFile;
    readonly projections: readonly Projection[];
    readonly upcasters: Upcasters;
    readonly isStraggler: boolean;
  }) {
    this.#db = parts.db;
    this.#projections = parts.projections;
    this.#upcasters = parts.upcasters;
    this.#isStraggler = parts.isStraggler;
    this.#read();
  }

  /** What is parked stands in the file; memory follows it after everything that may have changed it. */
  #read(): void {
    const parked = parkedKeys(this.#db);
    this.#working = this.#projections.map((projection) => ({
      projection,
      parked: new Set(parked.filter((one) => one.projection === projection.name).map(({ key }) => key)),
      isStopped: false,
    }));
    this.#steps = stepsFor(this.#working);
  }

  hasParked(): boolean {
    return this.#working.some(({ parked }) => parked.size > 0);
  }

  /**
   * @param save  records what is reached, in the same transaction
   * @throws what is no projection's fault; the file is then as it was
   */
  apply(batch: readonly RecordedEvent[], before: Checkpoint, save: (applied: Applied) => void): Applied {
    const run = (isCareful: boolean): Applied =>
      this.#db.transaction(() => {
        const after = this.#pass(batch, before, isCareful);
        const applied = { after, hasStopped: this.#working.some(({ isStopped }) => isStopped) };
        save(applied);
        return applied;
      });
    try {
      return run(false);
    } catch (error) {
      if (!(error instanceof Poisoned)) throw error;
    }
    try {
      return run(true);
    } finally {
      this.#read();
    }
  }

  #pass(batch: readonly RecordedEvent[], checkpoint: Checkpoint, isCareful: boolean): Checkpoint {
    const unasked = new Map<string, number>();
    let before: GlobalPosition | string = checkpoint.position;
    let { n } = checkpoint;
    for (const event of batch) {
      const steps = this.#steps(event.type);
      if (!steps.isAsked) unasked.set(event.type, (unasked.get(event.type) ?? 0) + 1);
      n = this.#passEvent(event, steps, { n, before, isCareful });
      before = event.position;
    }
    if (!this.#isStraggler) countUnasked(this.#db, unasked);
    return { position: String(before), n, last_occurred_at: instantOf(batch.at(-1), checkpoint.last_occurred_at) };
  }

  /** @returns ledgered events after this one */
  #passEvent(event: RecordedEvent, steps: StepsOfType, { n, before, isCareful }: Pass): number {
    const projected = new ProjectedEvent(event, n, this.#upcasters);
    const isInLedger = projected.ledgerIndex !== null;
    const after = isInLedger ? n + 1 : n;
    this.#begin(projected, after);
    const place = { event, projected, n, before };
    for (const step of isInLedger ? steps.inLedger : steps.outside) this.#takeStep(step, place, isCareful);
    return after;
  }

  #begin(event: ProjectedEvent, n: number): void {
    if (this.#db.beginEvent === undefined) return;
    if (this.#isStraggler) this.#db.beginEvent({ n, occurredAt: '', isLedgered: false });
    else this.#db.beginEvent({ n, occurredAt: event.occurredAt, isLedgered: event.ledgerIndex !== null });
  }

  #takeStep(step: Step, place: Place, isCareful: boolean): void {
    const { working } = step;
    if (working.isStopped) return;
    try {
      const key = working.parked.size === 0 ? null : sequenceKeyOf(working.projection, place.projected);
      if (key !== null && working.parked.has(key)) this.#park(working, place, key, null);
      else if (isCareful) this.#takeAlone(step, place);
      else take(step, this.#db, place.projected);
    } catch (error) {
      if (!blamesProjection(error)) throw error;
      if (!isCareful) throw new Poisoned(error);
      this.#putAside(working, place, messageOf(error));
    }
  }

  #takeAlone(step: Step, { projected }: Place): void {
    this.#db.transaction(() => {
      take(step, this.#db, projected);
    });
  }

  #park({ projection, parked }: Working, { event, n }: Place, key: string, error: string | null): void {
    recordParked(this.#db, { projection: projection.name, key, n, error }, event);
    parked.add(key);
  }

  /** Parks the event where the projection allows it and has not parked too much; otherwise the projection stops before it. */
  #putAside(working: Working, place: Place, error: string): void {
    const { projection, parked } = working;
    if (projection.onPoison === 'park' && parked.size < mostParkedKeys) {
      this.#park(working, place, sequenceKeyOf(projection, place.projected), error);
      return;
    }
    working.isStopped = true;
    recordStopped(this.#db, projection.name, { position: place.before, n: place.n }, place.event, error);
  }
}
