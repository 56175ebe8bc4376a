import type { GlobalPosition } from '../../../event-store/src/index.ts';

interface Waiter {
  readonly position: bigint;
  readonly resolve: (answer: 'reached' | 'late') => void;
}

/** Those who wait until an event is shown. */
export class PositionWaiters {
  readonly #waiters = new Set<Waiter>();

  /** @returns `late` after `timeoutMs`, or when everybody is sent home */
  wait(position: GlobalPosition, timeoutMs: number): Promise<'reached' | 'late'> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        resolve: (answer) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(answer);
        },
      };
      const timer = setTimeout(() => {
        waiter.resolve('late');
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  reach(position: bigint): void {
    [...this.#waiters]
      .filter((waiter) => waiter.position <= position)
      .forEach(({ resolve }) => {
        resolve('reached');
      });
  }

  sendHome(): void {
    [...this.#waiters].forEach(({ resolve }) => {
      resolve('late');
    });
  }
}
