import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { asError, Hopeless } from '../../errors.ts';
import type { HandedJob, JobHandler, JobWorker, WorkerOptions } from '../../job-queue.port.ts';
import type { JobTable } from './job-table.ts';

interface WorkerParts extends WorkerOptions {
  readonly table: JobTable;
  /** Emits `change` when this process has changed the table. */
  readonly news: EventEmitter;
  readonly pollMs: number;
  readonly leaseMs: number;
  readonly handler: JobHandler;
}

/** Takes jobs from the table as they become due, and shows with every half lease that it is alive. */
export class SqliteJobWorker implements JobWorker {
  readonly #parts: WorkerParts;
  readonly #holder = randomUUID();
  readonly #inHand = new Set<Promise<void>>();
  readonly #heartbeat: NodeJS.Timeout;
  #wake: NodeJS.Timeout | null = null;
  #isClosing = false;
  #isGone = false;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#heartbeat = setInterval(this.#renew, Math.max(1, parts.leaseMs / 2));
    parts.news.on('change', this.#look);
    this.#sleep(0);
  }

  /** Work beside a job that must not end the process: the table may be locked or its disk full for a while. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#parts.onTrouble?.(asError(error));
    }
  }

  readonly #renew = (): void => {
    this.#attempt(() => {
      if (this.#inHand.size > 0) this.#parts.table.renew(this.#holder, Date.now());
    });
  };

  #sleep(milliseconds: number): void {
    if (this.#wake !== null) clearTimeout(this.#wake);
    this.#wake = this.#isClosing ? null : setTimeout(this.#look, milliseconds);
  }

  readonly #look = (): void => {
    if (this.#isClosing) return;
    this.#sleep(this.#parts.pollMs);
    this.#attempt(() => {
      const { table, concurrency = 1, pollMs } = this.#parts;
      const now = Date.now();
      table.takeOver(now);
      table.forget(now);
      const free = concurrency - this.#inHand.size;
      if (free > 0) for (const job of table.take(this.#holder, free, now)) this.#begin(job);
      const next = table.nextInstant();
      if (this.#inHand.size < concurrency && next !== null) this.#sleep(Math.min(pollMs, Math.max(1, next - Date.now())));
    });
  };

  #begin(job: HandedJob): void {
    const doing = this.#do(job).finally(() => {
      this.#inHand.delete(doing);
      this.#look();
    });
    this.#inHand.add(doing);
  }

  async #do(job: HandedJob): Promise<void> {
    const problem = await Promise.resolve(job)
      .then(this.#parts.handler)
      .then(() => null, asError);
    if (this.#isGone) return;
    this.#attempt(() => {
      const { table, onTrouble } = this.#parts;
      const now = Date.now();
      const wasHeld =
        problem === null
          ? table.complete(job.jobId, this.#holder, now)
          : table.fail(job.jobId, this.#holder, problem.message, problem instanceof Hopeless, now);
      if (!wasHeld) onTrouble?.(new Error(`another worker has taken over job ${job.jobId}`));
    });
  }

  async close(withinMs?: number): Promise<void> {
    this.#isClosing = true;
    this.#parts.news.off('change', this.#look);
    this.#sleep(0);
    const done = Promise.allSettled(this.#inHand);
    if (withinMs === undefined) await done;
    else {
      const end = Promise.withResolvers<undefined>();
      const timer = setTimeout(end.resolve, withinMs);
      await Promise.race([done, end.promise]);
      clearTimeout(timer);
    }
    this.#isGone = true;
    clearInterval(this.#heartbeat);
  }
}
