/** How often somebody may fail within a span before the next has to wait. */
export interface AttemptLimit {
  readonly failures: number;
  readonly spanMs: number;
}

interface Counted {
  readonly failures: number;
  readonly since: number;
}

/** Names that are remembered at once; the oldest make room. */
const rememberedAtMost = 20_000;

/** Counts failures by name within a span. */
export interface Attempts {
  /** Seconds until another attempt is looked at; 0 when it may be made now. */
  readonly waitSeconds: (name: string) => Promise<number>;
  readonly failed: (name: string) => Promise<void>;
  readonly succeeded: (name: string) => Promise<void>;
}

class CountedAttempts {
  readonly #limit: AttemptLimit;
  readonly #now: () => number;
  readonly #counted = new Map<string, Counted>();

  constructor(limit: AttemptLimit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  #current(name: string): Counted {
    const counted = this.#counted.get(name);
    const now = this.#now();
    return counted === undefined || now - counted.since >= this.#limit.spanMs ? { failures: 0, since: now } : counted;
  }

  waitSeconds(name: string): number {
    const { failures, since } = this.#current(name);
    return failures < this.#limit.failures ? 0 : Math.max(1, Math.ceil((since + this.#limit.spanMs - this.#now()) / 1_000));
  }

  failed(name: string): void {
    const { failures, since } = this.#current(name);
    this.#counted.delete(name);
    this.#counted.set(name, { failures: failures + 1, since });
    const [oldest] = this.#counted.size > rememberedAtMost ? this.#counted.keys() : [];
    if (oldest !== undefined) this.#counted.delete(oldest);
  }

  succeeded(name: string): void {
    this.#counted.delete(name);
  }
}

/** Counts failures in memory: a restart forgives. @param now  milliseconds of the real clock */
export const attemptsInMemory = (limit: AttemptLimit, now: () => number): Attempts => {
  const counted = new CountedAttempts(limit, now);
  return {
    waitSeconds: (name) => Promise.resolve(counted.waitSeconds(name)),
    failed: (name) => {
      counted.failed(name);
      return Promise.resolve();
    },
    succeeded: (name) => {
      counted.succeeded(name);
      return Promise.resolve();
    },
  };
};
