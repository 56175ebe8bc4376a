import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';

/** Redis is away, or did not answer in time; what was asked may have been done. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}

export interface SharedRedisParts {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  /** Prefix of every key: one deployment. */
  readonly prefix: string;
  /** Most milliseconds until an answer: 500 unless told. */
  readonly answerWithinMs?: number;
}

/** Milliseconds for which nobody is made to wait again for a Redis that did not answer. */
const shunnedForMs = 500;

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** A connection that is lost tells so again and again; every question says it once, to whoever asks. */
const ignoreUntilAsked = (): void => undefined;

/** What the processes of a deployment share beside the log. Nothing of the record lies here: flushed, it is missed for a while. */
export class SharedRedis {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #answerWithinMs: number;
  #awayUntil = 0;
  #fault: string | null = null;

  constructor({ url, prefix, answerWithinMs = 500 }: SharedRedisParts) {
    this.#prefix = prefix;
    this.#answerWithinMs = answerWithinMs;
    this.#redis = new Redis(url, {
      maxRetriesPerRequest: 1,
      connectTimeout: answerWithinMs,
      commandTimeout: answerWithinMs,
      retryStrategy: (times) => Math.min(50 * times, 1_000),
    });
    this.#redis.on('error', ignoreUntilAsked);
  }

  /** The key of something: what is asked for is not written into Redis, so that names and addresses do not lie there. */
  keyOf(kind: string, name: string): string {
    return `{${this.#prefix}}:${kind}:${createHash('sha256').update(name, 'utf8').digest('base64url')}`;
  }

  /** Why the last question was not answered; null while all is well. */
  fault(): string | null {
    return this.#fault;
  }

  /** Asks a question. @throws RedisAway, at once when it has just been away */
  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    if (performance.now() < this.#awayUntil) throw new RedisAway(this.#fault ?? 'Redis does not answer');
    try {
      const answer = await this.#within(question(this.#redis));
      this.#fault = null;
      return answer;
    } catch (thrown) {
      this.#fault = asError(thrown).message;
      this.#awayUntil = performance.now() + shunnedForMs;
      throw new RedisAway(this.#fault, { cause: thrown });
    }
  }

  async #within<T>(answer: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new Error(`Redis did not answer within ${this.#answerWithinMs} ms`));
    }, this.#answerWithinMs);
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#redis.disconnect();
  }
}
