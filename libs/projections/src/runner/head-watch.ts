import { EventStoreError, type EventStore } from '../../../event-store/src/index.ts';

const everyMs = 1_000;

/** Asks the log itself, beside the subscription, whether there are events that did not arrive: a dead subscription says nothing. */
export class HeadWatch {
  readonly #store: EventStore;
  readonly #reached: () => bigint;
  readonly #timer: NodeJS.Timeout;
  #aheadSince: number | null = null;

  constructor(store: EventStore, reached: () => bigint) {
    this.#store = store;
    this.#reached = reached;
    this.#timer = setInterval(() => void this.#look(), everyMs);
    this.#timer.unref();
  }

  ageSeconds = (): number => (this.#aheadSince === null ? 0 : (performance.now() - this.#aheadSince) / 1_000);

  /** Told when something arrived. */
  arrived = (): void => {
    this.#aheadSince = null;
  };

  stop = (): void => {
    clearInterval(this.#timer);
  };

  async #look(): Promise<void> {
    const head = await this.#head();
    if (head === null || head <= this.#reached()) this.#aheadSince = null;
    else this.#aheadSince ??= performance.now();
  }

  /** A log that is out of reach says so elsewhere; here nothing is known then. */
  async #head(): Promise<bigint | null> {
    try {
      return await this.#store.head();
    } catch (error) {
      if (error instanceof EventStoreError) return null;
      throw error;
    }
  }
}
