import { describe } from '@jest/globals';
import { describeJobs } from './job-queue-jobs.contract.ts';
import { describeWorkers } from './job-queue-workers.contract.ts';
import type { OpenedQueues } from './job-queue.desk.ts';

export { impatient } from './job-queue.desk.ts';

/** What every queue has to do (`event-store.md` §6.2). */
export const describeJobQueue = (kind: string, open: () => Promise<OpenedQueues>): void => {
  describe(`job queue contract, ${kind}, jobs`, () => {
    describeJobs(open);
  });
  describe(`job queue contract, ${kind}, workers`, () => {
    describeWorkers(open);
  });
};
