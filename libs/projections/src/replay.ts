import type { EventStore, NewEvent, Upcasters } from '../../event-store/src/index.ts';
import { digestTables } from './digest.ts';
import { openReadModelsOf, shippedProjections } from './shipped.ts';
import { startProjections } from './runner/run-projections.ts';

/** An event that is replayed: as it was stored, with its salt. */
export interface ReplayedEvent {
  readonly streamId: string;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Reads events anew into an empty system and tells what its read models hold. */
export class Replay {
  readonly #store: EventStore;
  readonly #upcasters: Upcasters;

  /** @param store  an empty one, which is closed in the end */
  constructor(store: EventStore, upcasters: Upcasters) {
    this.#store = store;
    this.#upcasters = upcasters;
  }

  /** Adds the next event of the log. @throws what the store throws for an event that it would not have taken */
  async add({ streamId, id, type, data, metadata }: ReplayedEvent): Promise<void> {
    const event: NewEvent = { id, type, data: data as NewEvent['data'], metadata: metadata };
    await this.#store.append(streamId, 'any', [event]);
  }

  /** Ends it without an answer. */
  async drop(): Promise<void> {
    await this.#store.close();
  }

  /** SHA-256 of every read-model table after the last event; null when a read model cannot follow these events at all. */
  async finish(): Promise<Readonly<Record<string, string>> | null> {
    const db = openReadModelsOf(':memory:', shippedProjections);
    const runner = startProjections({ store: this.#store, db, projections: shippedProjections, upcasters: this.#upcasters });
    try {
      await runner.caughtUp;
      return runner.standing().stopped.length === 0 ? digestTables(db) : null;
    } finally {
      await runner.stop();
      db.close();
      await this.#store.close();
    }
  }
}
