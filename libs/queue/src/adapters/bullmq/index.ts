export { openBullJobQueue, type BullQueueParts } from './bull-job-queue.ts';
