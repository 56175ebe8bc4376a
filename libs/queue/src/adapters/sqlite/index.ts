export { openSqliteJobQueue, type SqliteQueueParts } from './sqlite-job-queue.ts';
