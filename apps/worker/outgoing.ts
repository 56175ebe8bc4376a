import { randomUUID } from 'node:crypto';
import type { Environment, OutgoingStanding } from '../../libs/application/src/index.ts';
import type { DeliveryChannel, MailMessage } from '../../libs/channels/src/index.ts';
import { bringDelivery, startOutbox, stateChannel } from '../../libs/process-managers/src/index.ts';
import type { JobQueue } from '../../libs/queue/src/index.ts';
import { startQueuedDeliveries } from './queue-carrier.ts';

/** The way out by mail, and in whose name letters go out. */
export interface MailOut {
  readonly channel: DeliveryChannel<MailMessage>;
  readonly sender: string;
}

export interface OutgoingParts {
  /** Asked for at each message. */
  readonly env: () => Environment;
  /** Null: no letters go out, and what happens meanwhile is never sent later. */
  readonly mail: MailOut | null;
  /** Opened for this, and closed with it. */
  readonly queue: JobQueue;
  readonly tell: (problem: string) => void;
}

export interface Outgoing {
  /** As it was found within the last half minute. */
  readonly standing: () => OutgoingStanding;
  /** Waits a while for what is being sent; what is not through by then is on record as attempted. */
  readonly stop: () => Promise<void>;
}

/** Letters under way at once. */
const concurrency = 10;
const endMs = 5_000;

const nowhere: DeliveryChannel<MailMessage> = {
  send: () => Promise.resolve({ outcome: 'failed', code: 'mail.not_set_up' }),
  trouble: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};

const freshMs = 30_000;

const answers = (queue: JobQueue): Promise<string | null> =>
  queue.ping().then(
    () => null,
    () => 'queue.away',
  );

/** What was found last; looks anew behind the back of whoever asks, who never waits for it. */
const watch = (of: Readonly<Record<keyof OutgoingStanding, () => Promise<string | null>>>): (() => OutgoingStanding) => {
  let found: OutgoingStanding = { mail: null, queue: null };
  let lookedAt = -Infinity;
  const look = async (): Promise<void> => {
    const [mail, queue] = await Promise.all([of.mail(), of.queue()]);
    found = { mail, queue };
  };
  return () => {
    if (performance.now() - lookedAt > freshMs) {
      lookedAt = performance.now();
      void look();
    }
    return found;
  };
};

/**
 * Puts on record whether letters go out, and begins to bring what is to be brought. Any number of processes may: who brings a message
 * is settled by its stream.
 *
 * @throws EventStoreError when the store is away
 */
export const startOutgoing = async ({ env, mail, queue, tell }: OutgoingParts): Promise<Outgoing> => {
  const channel = mail?.channel ?? nowhere;
  const mailSender = mail?.sender ?? null;
  await stateChannel(env(), mailSender);
  const parts = { env, mail: channel, freshKey: randomUUID };
  const queued = startQueuedDeliveries({ queue, bring: (deliveryId) => bringDelivery(parts, deliveryId), concurrency, tell });
  const outbox = startOutbox({ env, mailSender, carrier: queued.carrier, alert: tell });
  return {
    standing: watch({ mail: () => (mail === null ? Promise.resolve('mail.not_set_up') : channel.trouble()), queue: () => answers(queue) }),
    stop: async () => {
      await outbox.stop();
      await queued.stop(endMs);
      await channel.close();
      await queue.close();
    },
  };
};
