import { InvalidJob } from './errors.ts';
import type { NewJob } from './job-queue.port.ts';

/**
 * BullMQ reads digits alone as a number of its own and a colon as a separator, and keeps jobs among keys like `delayed` and
 * `stalled-check`, none of which has a digit: a job of that name would break its queue.
 */
const goodId = /^(?!\d+$)(?=.*\d)[A-Za-z0-9_-]{1,128}$/;
const goodName = /^[a-z][a-z0-9_-]{0,63}$/;
const longestDelayMs = 366 * 24 * 3_600_000;

const isWithin = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= most;

const wrongIn = ({ jobId, name, delayMs = 0, priority = 0 }: NewJob): string | null => {
  if (!goodId.test(jobId)) return 'its id';
  if (!goodName.test(name)) return 'its name';
  if (!isWithin(delayMs, longestDelayMs)) return 'its delay';
  return isWithin(priority, 1_000) ? null : 'its priority';
};

/** @throws InvalidJob when one of the jobs is none that every queue takes */
export const checkJobs = (jobs: readonly NewJob[]): void => {
  for (const job of jobs) {
    const wrong = wrongIn(job);
    if (wrong !== null) throw new InvalidJob(`a job was refused for ${wrong}: ${JSON.stringify(job).slice(0, 200)}`);
  }
};
