import type { GlobalPosition } from '../../event-store.port.ts';
import { Wakes } from '../../wakes.ts';
import type { Reader } from './reader.ts';

/** How often appends of other processes are looked for. */
const pollMs = 25;

/** Lets readers sleep until this process or another one has appended. */
export class AppendWatch {
  readonly #reader: Reader;
  readonly #wakes = new Wakes();
  #poll: NodeJS.Timeout | null = null;
  #waiting = 0;
  #closed = false;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  wake(): void {
    this.#wakes.wake();
  }

  /** Resolves when something may stand behind `after`, at the latest when the signal aborts or the store is closed. */
  async next(after: GlobalPosition, signal: AbortSignal): Promise<void> {
    if (this.#closed || (this.#reader.head() ?? 0n) > after) return;
    this.#watchOthers();
    try {
      await this.#wakes.next(signal);
    } finally {
      this.#unwatchOthers();
    }
  }

  close(): void {
    this.#closed = true;
    if (this.#poll !== null) clearInterval(this.#poll);
    this.#wakes.wake();
  }

  /** The reading connection sees a new data version when any other connection has committed, of this process or another. */
  #watchOthers(): void {
    this.#waiting += 1;
    if (this.#poll !== null) return;
    let seen = this.#reader.dataVersion();
    this.#poll = setInterval(() => {
      const now = this.#reader.dataVersion();
      if (now !== seen) this.#wakes.wake();
      seen = now;
    }, pollMs);
    this.#poll.unref();
  }

  #unwatchOthers(): void {
    this.#waiting -= 1;
    if (this.#waiting > 0 || this.#poll === null) return;
    clearInterval(this.#poll);
    this.#poll = null;
  }
}
