import { setTimeout as pause } from 'node:timers/promises';
import type { Brought, Carrier } from '../../libs/process-managers/src/index.ts';
import { QueueUnavailable, usualPolicy, type JobQueue, type QueuePolicy } from '../../libs/queue/src/index.ts';

/**
 * How the queue of deliveries treats its jobs. What became of a job is forgotten at once: whether a message is still to be brought
 * stands in its stream, and whoever reads it there adds it again as long as it is. When it is tried again is on record, too.
 */
export const deliveryPolicy: QueuePolicy = { ...usualPolicy, attempts: 1, keepCompletedMs: 0, keepFailedMs: 0 };

export interface QueuedDeliveries {
  readonly carrier: Carrier;
  /** Takes no further message, and waits so long for those in hand. */
  readonly stop: (withinMs: number) => Promise<void>;
}

export interface QueuedParts {
  readonly queue: JobQueue;
  /** Brings a message, if it is on record and its turn. A job that nothing on record stands behind has no effect. */
  readonly bring: (deliveryId: string) => Promise<Brought>;
  /** Messages under way at once. */
  readonly concurrency: number;
  readonly tell: (problem: string) => void;
}

const turnMs = 100;
const awayMs = 1_000;

/**
 * Brings messages by a queue. What waits is read from the log with every turn and added; what is in the queue already is not added
 * again. So a queue that was lost, flushed or filled by somebody else is as good as an empty one.
 */
export const startQueuedDeliveries = ({ queue, bring, concurrency, tell }: QueuedParts): QueuedDeliveries => {
  let isAway = false;
  const worker = queue.work(
    async ({ jobId }) => {
      await bring(jobId);
    },
    {
      concurrency,
      onTrouble: (error) => {
        tell(error.message);
      },
    },
  );
  const carrier: Carrier = {
    bring: async (deliveryIds) => {
      try {
        await queue.add(deliveryIds.map((jobId) => ({ jobId, name: 'deliver' })));
        isAway = false;
        await pause(turnMs);
      } catch (error) {
        if (!(error instanceof QueueUnavailable)) throw error;
        if (!isAway) tell(error.message);
        isAway = true;
        await pause(awayMs);
      }
    },
  };
  return { carrier, stop: (withinMs) => worker.close(withinMs) };
};
