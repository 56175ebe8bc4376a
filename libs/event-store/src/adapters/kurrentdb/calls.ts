import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { EventStoreError, Unavailable, type Outcome } from '../../errors.ts';
import type { CallOptions } from '../../event-store.port.ts';
import type { ClientKeeper } from './client-keeper.ts';
import { defaultDeadlineMs, pause, within } from './deadline.ts';
import { mapError, type Asked } from './map-error.ts';

/** One call as it is made, perhaps several times. */
export interface Call<T> {
  readonly asked: Omit<Asked, 'deadlineMs'>;
  readonly options: CallOptions;
  /** What a call that never came back may have done. */
  readonly outcome: Outcome;
  /** Whether asking again can do no harm, whatever became of the attempt before. */
  readonly repeatable: boolean;
  readonly run: (client: KurrentDBClient) => Promise<T>;
}

const shortestAttemptMs = 250;

/** An attempt leaves time for another one. */
const attemptOf = (left: number): number => Math.min(left, Math.max(shortestAttemptMs, left * 0.4));

const isWorthAnother = (error: EventStoreError, repeatable: boolean): boolean =>
  error.retryable && (repeatable || error.outcome === 'not_applied');

/** An earlier attempt may have been carried out, whatever the last one says of itself. */
const inDoubt = (error: EventStoreError): EventStoreError =>
  error.retryable && error.outcome === 'not_applied' ? new Unavailable(error.message, 'inflight', error) : error;

/** Makes calls with a deadline of their own, on a client that works, again while that is safe and the time lasts. */
export class Calls {
  readonly #keeper: ClientKeeper;

  constructor(keeper: ClientKeeper) {
    this.#keeper = keeper;
  }

  /** @throws EventStoreError and nothing else */
  async make<T>(call: Call<T>): Promise<T> {
    const { deadlineMs = defaultDeadlineMs, signal } = call.options;
    const end = performance.now() + deadlineMs;
    let doubt = false;
    for (let attempt = 1; ; attempt += 1) {
      const left = end - performance.now();
      const limit = call.repeatable ? attemptOf(left) : left;
      try {
        return await this.#once(call, { limit, deadlineMs });
      } catch (error) {
        if (!(error instanceof EventStoreError)) throw error;
        const wait = Math.min(1_000, 20 * 2 ** attempt) * (0.5 + Math.random() / 2);
        doubt ||= error.outcome === 'unknown';
        const over = end - performance.now() < wait + 50;
        if (over || !isWorthAnother(error, call.repeatable)) throw doubt ? inDoubt(error) : error;
        await pause(wait, signal);
      }
    }
  }

  async #once<T>(call: Call<T>, { limit, deadlineMs }: { readonly limit: number; readonly deadlineMs: number }): Promise<T> {
    const { signal } = call.options;
    let client: KurrentDBClient | null = null;
    const work = async (): Promise<T> => {
      client = await this.#keeper.current();
      return call.run(client);
    };
    try {
      return await within(work(), { deadlineMs: Math.max(1, limit), signal, outcome: call.outcome });
    } catch (cause) {
      const error = mapError(cause, { ...call.asked, deadlineMs });
      this.#keeper.judge(client, error);
      throw error;
    }
  }
}
