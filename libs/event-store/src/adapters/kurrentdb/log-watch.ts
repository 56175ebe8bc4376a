import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { GlobalPosition } from '../../event-store.port.ts';
import { Wakes } from '../../wakes.ts';
import { pause } from './deadline.ts';
import type { ClientKeeper } from './client-keeper.ts';

/** A reader looks by itself after so long: a subscription may fall silent without saying so. */
const lookEveryMs = 1_000;

const longestPauseMs = 5_000;

/**
 * Wakes readers when something was appended: one subscription to the whole log, made again whenever it ends, with an error or without.
 * What it delivers is not used; whoever wakes reads the log, so nothing can be lost or doubled with it.
 */
export class LogWatch {
  readonly #keeper: ClientKeeper;
  readonly #wakes = new Wakes();
  readonly #closing = new AbortController();
  #following = false;
  #last = 0n;

  constructor(keeper: ClientKeeper) {
    this.#keeper = keeper;
  }

  /** Resolves when something may stand behind `after`, when the signal aborts, and after a second at the latest. */
  async next(after: GlobalPosition, signal: AbortSignal): Promise<void> {
    if (this.#closing.signal.aborted || this.#last > after) return;
    if (!this.#following) void this.#follow();
    const waiting = AbortSignal.any([signal, AbortSignal.timeout(lookEveryMs)]);
    await this.#wakes.next(waiting);
  }

  close(): void {
    this.#closing.abort();
    this.#wakes.wake();
  }

  async #follow(): Promise<void> {
    this.#following = true;
    const { signal } = this.#closing;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const [ended] = await Promise.allSettled([this.#keeper.current().then((client) => this.#listen(client))]);
      if (ended.status === 'fulfilled' && ended.value > 0) failures = 0;
      this.#wakes.wake();
      await pause(Math.min(longestPauseMs, 100 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
    }
  }

  /** Listens until the subscription ends, however it ends; how many events it brought. */
  #listen(client: KurrentDBClient): Promise<number> {
    const subscription = client.subscribeToAll({ fromPosition: 'end' });
    return new Promise((resolve) => {
      let heard = 0;
      const end = (): void => {
        resolve(heard);
      };
      const stop = (): void => {
        subscription.unsubscribe().then(end, end);
      };
      this.#closing.signal.addEventListener('abort', stop);
      subscription
        .on('confirmation', () => {
          this.#wakes.wake();
        })
        .on('data', ({ event }) => {
          heard += 1;
          const place = event?.position.commit ?? 0n;
          if (place > this.#last) this.#last = place;
          this.#wakes.wake();
        })
        .on('error', end)
        .on('end', end)
        .on('close', () => {
          this.#closing.signal.removeEventListener('abort', stop);
          end();
        });
    });
  }
}
