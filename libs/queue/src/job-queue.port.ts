/** How a queue treats its jobs. Times are milliseconds. */
export interface QueuePolicy {
  /** How often a job is tried before it counts as failed: 1 or more. */
  readonly attempts: number;
  /** Wait before the second attempt; doubled before each further one. */
  readonly backoffMs: number;
  /** How long a worker may hold a job without a sign of life before another takes it over. */
  readonly leaseMs: number;
  /** How often a job may be taken over from a worker that vanished before it counts as failed. */
  readonly mostTakeovers: number;
  /** How long the id of a completed job is at least remembered: as long, adding it again adds nothing. */
  readonly keepCompletedMs: number;
  /** The same for a failed one. */
  readonly keepFailedMs: number;
}

/** What suits effects whose receiver recognises a repetition. */
export const usualPolicy: QueuePolicy = {
  attempts: 5,
  backoffMs: 1_000,
  leaseMs: 30_000,
  mostTakeovers: 5,
  keepCompletedMs: 7 * 24 * 3_600_000,
  keepFailedMs: 30 * 24 * 3_600_000,
};

/** A job to be done. It names what is to be done and carries nothing: a worker reads the rest from the log. */
export interface NewJob {
  /** 1 to 128 letters, digits, `-` and `_`, with a digit but not digits alone; the same id is the same job. */
  readonly jobId: string;
  readonly name: string;
  /** Milliseconds before it may be handed out; at once unless told. */
  readonly delayMs?: number;
  /** Smaller ones first, 0 to 1,000; 0 unless told. Jobs of one priority come in the order in which they became due. */
  readonly priority?: number;
}

/** A job in the hands of a worker. `attempt` counts from 1. */
export interface HandedJob {
  readonly jobId: string;
  readonly name: string;
  readonly attempt: number;
}

export type JobState = 'waiting' | 'delayed' | 'active' | 'completed' | 'failed';

export type JobCounts = Readonly<Record<JobState, number>>;

/** Does one job. What it throws is a failed attempt; a `Hopeless` one is the last. */
export type JobHandler = (job: HandedJob) => Promise<void>;

export interface WorkerOptions {
  /** Jobs in hand at once: 1 unless told. */
  readonly concurrency?: number;
  /** Told what went wrong beside a job: a lease that was lost, a backend that is away. */
  readonly onTrouble?: (error: Error) => void;
}

/** Somebody who takes jobs. */
export interface JobWorker {
  /**
   * Takes no more jobs and waits for those in hand, so long at most (for ever unless told). What is not done by then is taken over by
   * another worker once its lease has ended.
   */
  close: (withinMs?: number) => Promise<void>;
}

/**
 * Work that waits to be done, at least once each (`event-store.md` §6.2). What is in it may be lost as a whole at any time: the log
 * says what is still to be done, and whoever reads it adds again what is missing.
 */
export interface JobQueue {
  /**
   * Adds jobs in their order. A job whose id is known, whatever has become of it, is not added and changes nothing of the first.
   *
   * @throws InvalidJob before anything is added
   * @throws QueueUnavailable at once when the backend is away
   */
  add: (jobs: readonly NewJob[]) => Promise<void>;
  /** Lets a delayed job become due so many milliseconds from now. @returns whether there was one */
  changeDelay: (jobId: string, delayMs: number) => Promise<boolean>;
  /** Takes a job away that nobody has in hand, and forgets its id. @returns whether there was one */
  remove: (jobId: string) => Promise<boolean>;
  /** Lets a failed job be tried again from its first attempt on. @returns whether there was one */
  retry: (jobId: string) => Promise<boolean>;
  /** What has become of a job, or null when its id is not known (any more). */
  stateOf: (jobId: string) => Promise<JobState | null>;
  counts: () => Promise<JobCounts>;
  /** Hands out nothing more, in any process, until `resume`. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  /** Takes away every job that is waiting or delayed. */
  drain: () => Promise<void>;
  /** Begins to take jobs. */
  work: (handler: JobHandler, options?: WorkerOptions) => JobWorker;
  /** Resolves when the backend answers. @throws QueueUnavailable when it does not */
  ping: () => Promise<void>;
  /** Ends it; workers are closed first by whoever began them. Nothing of it keeps the process alive. */
  close: () => Promise<void>;
}
