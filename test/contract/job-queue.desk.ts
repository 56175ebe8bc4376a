import { afterEach, beforeEach, jest } from '@jest/globals';
import type { HandedJob, JobQueue, JobState, JobWorker, QueuePolicy, WorkerOptions } from '../../libs/queue/src/index.ts';

export interface OpenedQueues {
  readonly queue: JobQueue;
  /** The same jobs through another door, as a second process has it. */
  readonly beside: JobQueue;
  /** Lets the backend be away and back again. */
  readonly away: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly clean: () => Promise<void>;
}

/** Short enough to see every limit within a test. */
export const impatient: QueuePolicy = {
  attempts: 3,
  backoffMs: 20,
  leaseMs: 400,
  mostTakeovers: 1,
  keepCompletedMs: 60_000,
  keepFailedMs: 60_000,
};

export const until = async (condition: () => boolean | Promise<boolean>, within = 15_000): Promise<void> => {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`did not come true within ${String(within)} ms: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

export const passed = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A queue for each test, and workers that are closed after it. */
export class QueueDesk {
  opened!: OpenedQueues;
  readonly #workers: JobWorker[] = [];

  constructor(open: () => Promise<OpenedQueues>) {
    // A takeover waits for leases and for waking marks; a busy machine makes both longer.
    jest.setTimeout(30_000);
    beforeEach(async () => {
      this.opened = await open();
    });
    afterEach(async () => {
      await Promise.all(this.#workers.splice(0).map((worker) => worker.close(200)));
      await this.opened.clean();
    });
  }

  get queue(): JobQueue {
    return this.opened.queue;
  }

  work(handler: (job: HandedJob) => Promise<void>, options?: WorkerOptions, of = this.queue): void {
    this.#workers.push(of.work(handler, options));
  }

  /** A worker that notes what it is handed. */
  noting(options?: WorkerOptions, of = this.queue): HandedJob[] {
    const handed: HandedJob[] = [];
    const note = (job: HandedJob): Promise<void> => {
      handed.push(job);
      return Promise.resolve();
    };
    this.work(note, options, of);
    return handed;
  }

  /** Waits until a job is in a state. */
  becomes(jobId: string, state: JobState | null): Promise<void> {
    return until(async () => (await this.queue.stateOf(jobId)) === state);
  }
}
