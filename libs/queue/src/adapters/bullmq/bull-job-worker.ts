import { UnrecoverableError, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { asError, Hopeless } from '../../errors.ts';
import type { JobHandler, JobWorker, QueuePolicy, WorkerOptions } from '../../job-queue.port.ts';

interface WorkerParts extends WorkerOptions {
  readonly url: string;
  readonly name: string;
  readonly prefix: string;
  readonly policy: QueuePolicy;
  readonly handler: JobHandler;
}

/** Takes jobs from Redis. Its connection waits as long as Redis is away, and takes up its work when it is back. */
export class BullJobWorker implements JobWorker {
  readonly #redis: Redis;
  readonly #worker: Worker;
  readonly #inHand = new Set<Promise<void>>();

  constructor({ url, name, prefix, policy, handler, concurrency = 1, onTrouble }: WorkerParts) {
    this.#redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(100 * times, 2_000) });
    const tell = (error: Error): void => onTrouble?.(error);
    this.#redis.on('error', tell);
    this.#worker = new Worker(name, (job) => this.#do(job, handler), {
      connection: this.#redis,
      prefix,
      concurrency,
      lockDuration: policy.leaseMs,
      stalledInterval: policy.leaseMs,
      maxStalledCount: policy.mostTakeovers,
      // A waking mark that was handed to a worker about to vanish costs the others so many seconds.
      drainDelay: 1,
    });
    this.#worker.on('error', tell);
  }

  #do(job: Job, handler: JobHandler): Promise<void> {
    const handed = { jobId: job.id ?? '', name: job.name, attempt: job.attemptsMade + 1 };
    const doing = Promise.resolve(handed)
      .then(handler)
      .catch((thrown: unknown) => {
        throw thrown instanceof Hopeless ? new UnrecoverableError(thrown.message) : asError(thrown);
      });
    const settled = doing
      .catch(() => undefined)
      .finally(() => {
        this.#inHand.delete(settled);
      });
    this.#inHand.add(settled);
    return doing;
  }

  async close(withinMs?: number): Promise<void> {
    if (withinMs === undefined) await this.#worker.close();
    else {
      await this.#worker.pause(true);
      const end = Promise.withResolvers<'late'>();
      const timer = setTimeout(end.resolve, withinMs, 'late');
      const outcome = await Promise.race([Promise.all(this.#inHand), end.promise]);
      clearTimeout(timer);
      await this.#worker.close(outcome === 'late');
    }
    this.#redis.disconnect();
  }
}
