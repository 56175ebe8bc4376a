import { Queue, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { checkJobs } from '../../check-job.ts';
import { asError, QueueUnavailable } from '../../errors.ts';
import type { JobCounts, JobHandler, JobQueue, JobState, JobWorker, NewJob, QueuePolicy, WorkerOptions } from '../../job-queue.port.ts';
import { BullJobWorker } from './bull-job-worker.ts';

export interface BullQueueParts {
  /** `redis://` or `rediss://`; the server must run with `maxmemory-policy noeviction` and an append-only file. */
  readonly url: string;
  /** Name of the queue, and prefix of every key in Redis. */
  readonly name: string;
  readonly prefix: string;
  readonly policy: QueuePolicy;
  /** Most milliseconds until Redis has to answer: 2,000 unless told. */
  readonly answerWithinMs?: number;
}

const jobOptions = ({ attempts, backoffMs, keepCompletedMs, keepFailedMs }: QueuePolicy): JobsOptions => ({
  attempts,
  backoff: { type: 'exponential', delay: backoffMs },
  removeOnComplete: { age: Math.ceil(keepCompletedMs / 1_000) },
  removeOnFail: { age: Math.ceil(keepFailedMs / 1_000) },
});

const states: Readonly<Record<string, JobState>> = {
  waiting: 'waiting',
  prioritized: 'waiting',
  delayed: 'delayed',
  active: 'active',
  completed: 'completed',
  failed: 'failed',
};

/** The queue in Redis, by BullMQ: shared by machines. */
class BullJobQueue implements JobQueue {
  readonly #parts: BullQueueParts;
  readonly #redis: Redis;
  readonly #queue: Queue;
  #isClosed = false;

  constructor(parts: BullQueueParts) {
    this.#parts = parts;
    // Whoever adds is told at once when Redis is away, and not when it is back; reconnecting goes on for ever.
    this.#redis = new Redis(parts.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      retryStrategy: (times) => Math.min(100 * times, 2_000),
    });
    this.#redis.on('error', ignoreUntilAsked);
    this.#queue = new Queue(parts.name, {
      connection: this.#redis,
      prefix: parts.prefix,
      defaultJobOptions: jobOptions(parts.policy),
      skipWaitingForReady: true,
      skipVersionCheck: true,
    });
    this.#queue.on('error', ignoreUntilAsked);
  }

  /** Waits for the first connection alone; afterwards a lost one is a reason to refuse. */
  async #ready(): Promise<void> {
    if (this.#isClosed) throw new QueueUnavailable('it is closed');
    if (this.#redis.status === 'ready') return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#redis.once('ready', resolve);
    await promise.finally(() => this.#redis.off('ready', resolve));
  }

  /** Asks Redis, with a deadline of our own: BullMQ and ioredis wait as long as it takes. */
  async #ask<T>(question: (queue: Queue) => Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const within = this.#parts.answerWithinMs ?? 2_000;
    const timer = setTimeout(() => {
      reject(new QueueUnavailable(`Redis has not answered within ${String(within)} ms`));
    }, within);
    try {
      return await Promise.race([this.#ready().then(() => question(this.#queue)), late]);
    } catch (error) {
      throw error instanceof QueueUnavailable ? error : new QueueUnavailable(asError(error).message, error);
    } finally {
      clearTimeout(timer);
    }
  }

  async add(jobs: readonly NewJob[]): Promise<void> {
    checkJobs(jobs);
    const bulk = jobs.map(({ jobId, name, delayMs = 0, priority = 0 }) => ({ name, data: {}, opts: { jobId, delay: delayMs, priority } }));
    await this.#ask((queue) => queue.addBulk(bulk));
  }

  /** Does something to a job that is in a state. @returns whether it was, and still was when it was done */
  #withJob(jobId: string, expected: readonly JobState[], change: (job: Job) => Promise<unknown>): Promise<boolean> {
    return this.#ask(async (queue) => {
      const [job, state] = [await queue.getJob(jobId), await this.#stateIn(queue, jobId)];
      if (job === undefined || state === null || !expected.includes(state)) return false;
      return change(job).then(
        () => true,
        async (error: unknown) => {
          // Somebody was faster: it is in another state now. Anything else is a failure.
          if ((await this.#stateIn(queue, jobId)) === state) throw error;
          return false;
        },
      );
    });
  }

  #stateIn = async (queue: Queue, jobId: string): Promise<JobState | null> => states[await queue.getJobState(jobId)] ?? null;

  changeDelay = (jobId: string, delayMs: number): Promise<boolean> => this.#withJob(jobId, ['delayed'], (job) => job.changeDelay(delayMs));
  remove = (jobId: string): Promise<boolean> => this.#withJob(jobId, ['waiting', 'delayed', 'completed', 'failed'], (job) => job.remove());
  retry = (jobId: string): Promise<boolean> =>
    this.#withJob(jobId, ['failed'], (job) => job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }));
  stateOf: JobQueue['stateOf'] = (jobId) => this.#ask((queue) => this.#stateIn(queue, jobId));
  pause = (): Promise<void> => this.#ask((queue) => queue.pause());
  resume = (): Promise<void> => this.#ask((queue) => queue.resume());
  drain = (): Promise<void> => this.#ask((queue) => queue.drain(true));
  ping = async (): Promise<void> => {
    await this.#ask(() => this.#redis.ping());
  };

  counts = (): Promise<JobCounts> =>
    this.#ask(async (queue) => {
      const found = await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed');
      const { waiting = 0, prioritized = 0, delayed = 0, active = 0, completed = 0, failed = 0 } = found;
      return { waiting: waiting + prioritized, delayed, active, completed, failed };
    });

  work(handler: JobHandler, options: WorkerOptions = {}): JobWorker {
    if (this.#isClosed) throw new QueueUnavailable('it is closed');
    return new BullJobWorker({ ...this.#parts, handler, ...options });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.close();
    this.#redis.disconnect();
  }
}

/** A connection that is lost tells so again and again; every question says it once, to whoever asks. */
const ignoreUntilAsked = (): void => undefined;

/** Opens the queue in Redis; it need not be there yet. */
export const openBullJobQueue = (parts: BullQueueParts): JobQueue => new BullJobQueue(parts);
