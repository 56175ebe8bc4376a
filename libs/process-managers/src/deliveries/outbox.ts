import { nextMorning, sealedSize, type Environment } from '../../../application/src/index.ts';
import { Disposed, EventStoreError } from '../../../event-store/src/index.ts';
import type { Instant } from '../../../domain/src/index.ts';
import { attemptsOpenSince, digestsToPlan, messagesToBring, messagesToPlan, pause } from '../../../projections/src/index.ts';
import { giveForDelivery } from './give.ts';
import { isQuietFor } from './quiet-hours.ts';

/** Who brings messages that may be brought: in this process, or by a queue. Asked again and again until they are brought. */
export interface Carrier {
  readonly bring: (deliveryIds: readonly string[]) => Promise<void>;
}

export interface OutboxParts {
  readonly env: () => Environment;
  /** In whose name mail goes out; null when no mail server is set up. */
  readonly mailSender: string | null;
  readonly carrier: Carrier;
  /** Milliseconds of business time after which nobody is waited for who has not told what came of an attempt. */
  readonly patienceMs?: number;
  readonly alert: (problem: string) => void;
}

const batch = 200;
const turnMs = 250;

/** An outbox that can be ended. */
export interface Outbox {
  /** One turn; true when there was something to do. @throws EventStoreError when the store is away */
  readonly turn: () => Promise<boolean>;
  /** Finishes the turn at hand. */
  readonly stop: () => Promise<void>;
}

const before = (now: Instant, milliseconds: number): Instant => new Date(Date.parse(now) - milliseconds).toISOString() as Instant;

/** Puts on record what follows from the log and is sealed. */
const planMessages = async (env: Environment): Promise<number> => {
  const plans = messagesToPlan(env.read, sealedSize(env), batch);
  for (const plan of plans) await giveForDelivery(env, 'planDelivery', plan, `plan-${plan.deliveryId}`);
  return plans.length;
};

/** Once a day, on the morning after the first of them, what waits for it goes together. */
const planDigests = async (env: Environment): Promise<number> => {
  const now = env.clock.now();
  const due = digestsToPlan(env.read, sealedSize(env)).filter(({ since }) => nextMorning(since) <= now);
  for (const { digest } of due) await giveForDelivery(env, 'planDelivery', digest, `plan-${digest.deliveryId}`);
  return due.length;
};

const giveUpOpenAttempts = async (env: Environment, patienceMs: number): Promise<number> => {
  const open = attemptsOpenSince(env.read, before(env.clock.now(), patienceMs));
  for (const { deliveryId, attempt } of open)
    await giveForDelivery(env, 'giveUpDeliveryAttempt', { deliveryId, attempt }, `lost-${deliveryId}-${attempt}`);
  return open.length;
};

/** Waits until everything that is in the log at this moment is shown: only then is it known what has gone out already. */
const seeAll = async ({ store, projections }: Environment): Promise<boolean> => {
  const head = await store.head();
  return head === null || (await projections.waitForPosition(head)) === 'reached';
};

/** One turn of the outbox. */
export const takeTurn = async ({ env, carrier, patienceMs = 120_000 }: OutboxParts): Promise<boolean> => {
  if (!(await seeAll(env()))) return true;
  const lost = await giveUpOpenAttempts(env(), patienceMs);
  const planned = (await planMessages(env())) + (await planDigests(env()));
  if (!(await seeAll(env()))) return true;
  const due = messagesToBring(env().read, env().clock.now(), batch).filter(({ recipient }) => !isQuietFor(env(), recipient));
  if (due.length > 0) await carrier.bring(due.map(({ deliveryId }) => deliveryId));
  return lost + planned + due.length > 0;
};

/** Says on record whether mail goes out: what happens while it does not is never sent later. @throws EventStoreError */
export const stateChannel = async (env: Environment, mailSender: string | null): Promise<void> => {
  const channel = 'mail';
  const key = crypto.randomUUID();
  await (mailSender === null
    ? giveForDelivery(env, 'closeChannel', { channel }, key)
    : giveForDelivery(env, 'openChannel', { channel, sender: mailSender }, key));
};

const isPassing = (error: unknown): boolean => error instanceof EventStoreError && error.retryable;

/** Between turns that had work, in milliseconds. */
const busyMs = 5;

/** Takes turns until stopped. */
export const startOutbox = (parts: OutboxParts): Outbox => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const turn = (): Promise<boolean> => takeTurn(parts);
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const hadWork = await turn();
        // Never without a pause: read models that stand still would be asked again before anything else is done.
        await pause(hadWork ? busyMs : turnMs, signal);
      } catch (error) {
        if (error instanceof Disposed) return;
        if (!isPassing(error)) parts.alert(`the outbox: ${error instanceof Error ? error.message : String(error)}`);
        await pause(1_000, signal);
      }
    }
  };
  const done = run();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await done;
  };
  return { turn, stop };
};
