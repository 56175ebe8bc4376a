/** Lets readers sleep until something may have been appended. Carries no data, so nothing can be lost with it. */
export class Wakes {
  readonly #sleepers = new Set<() => void>();

  /** Resolves at the next wake, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        this.#sleepers.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#sleepers.add(done);
      signal.addEventListener('abort', done);
    });
  }

  wake(): void {
    [...this.#sleepers].forEach((done) => {
      done();
    });
  }
}
