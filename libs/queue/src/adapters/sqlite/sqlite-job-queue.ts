import { EventEmitter } from 'node:events';
import { checkJobs } from '../../check-job.ts';
import { QueueUnavailable } from '../../errors.ts';
import type { JobHandler, JobQueue, JobWorker, NewJob, QueuePolicy, WorkerOptions } from '../../job-queue.port.ts';
import { JobTable } from './job-table.ts';
import { SqliteJobWorker } from './sqlite-job-worker.ts';

export interface SqliteQueueParts {
  /** A file, shared by processes of one machine, or `:memory:`. */
  readonly path: string;
  readonly policy: QueuePolicy;
  /** How often a worker looks for what another process has added, milliseconds: 250 unless told. */
  readonly pollMs?: number;
  /** How long another process may hold the file, milliseconds: 1,000 unless told. */
  readonly answerWithinMs?: number;
}

/** The queue in a file of its own: no service is needed beside the process. */
class SqliteJobQueue implements JobQueue {
  #table: JobTable | null;
  readonly #pollMs: number;
  readonly #leaseMs: number;
  readonly #news = new EventEmitter().setMaxListeners(0);

  constructor({ path, policy, pollMs = 250, answerWithinMs }: SqliteQueueParts) {
    this.#table = new JobTable(path, policy, answerWithinMs);
    this.#pollMs = pollMs;
    this.#leaseMs = policy.leaseMs;
  }

  /** The port is asynchronous because a service may stand behind it; here every answer is at hand. */
  #ask<T>(question: (table: JobTable, now: number) => T): Promise<T> {
    if (this.#table === null) return Promise.reject(new QueueUnavailable('it is closed'));
    try {
      return Promise.resolve(question(this.#table, Date.now()));
    } catch (error) {
      return Promise.reject(new QueueUnavailable(String(error), error));
    }
  }

  async #change<T>(question: (table: JobTable, now: number) => T): Promise<T> {
    const answer = await this.#ask(question);
    this.#news.emit('change');
    return answer;
  }

  async add(jobs: readonly NewJob[]): Promise<void> {
    checkJobs(jobs);
    await this.#change((table, now) => {
      table.add(jobs, now);
    });
  }

  changeDelay = (jobId: string, delayMs: number): Promise<boolean> =>
    this.#change((table, now) => table.changeDelay(jobId, now + delayMs, now));
  remove = (jobId: string): Promise<boolean> => this.#ask((table) => table.remove(jobId));
  retry = (jobId: string): Promise<boolean> => this.#change((table, now) => table.retry(jobId, now));
  stateOf: JobQueue['stateOf'] = (jobId) => this.#ask((table, now) => table.stateOf(jobId, now));
  counts: JobQueue['counts'] = () => this.#ask((table, now) => table.counts(now));
  pause = (): Promise<void> =>
    this.#ask((table) => {
      table.setPaused(true);
    });
  resume = (): Promise<void> =>
    this.#change((table) => {
      table.setPaused(false);
    });
  drain = (): Promise<void> =>
    this.#ask((table) => {
      table.drain();
    });
  ping = (): Promise<void> =>
    this.#ask((table) => {
      table.probe();
    });

  work(handler: JobHandler, options: WorkerOptions = {}): JobWorker {
    if (this.#table === null) throw new QueueUnavailable('it is closed');
    return new SqliteJobWorker({ table: this.#table, news: this.#news, pollMs: this.#pollMs, leaseMs: this.#leaseMs, handler, ...options });
  }

  close(): Promise<void> {
    this.#table?.close();
    this.#table = null;
    return Promise.resolve();
  }
}

/** Opens the embedded queue. @throws Error when the file cannot be opened */
export const openSqliteJobQueue = (parts: SqliteQueueParts): JobQueue => new SqliteJobQueue(parts);
