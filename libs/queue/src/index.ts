export * from './job-queue.port.ts';
export { Hopeless, InvalidJob, QueueUnavailable } from './errors.ts';
