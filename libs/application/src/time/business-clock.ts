import type { BusinessClock, Instant } from '../../../domain/src/index.ts';

/** Tells business time: what `occurredAt`, deadlines and ageing go by. */
export interface Clock {
  readonly now: () => Instant;
  /** The record says that a virtual clock was put forward. */
  readonly advanceTo: (instant: Instant) => void;
}

const toInstant = (millis: number): Instant => new Date(millis).toISOString() as Instant;

/**
 * The clock of one deployment: the machine's, or one that starts where the record stands and runs on while the service runs.
 *
 * @param resumeAt  latest instant in the record; a virtual clock never goes back behind it
 * @param machine   milliseconds since the epoch, the machine's own time
 */
export const startClock = (setting: BusinessClock, resumeAt: Instant | null, machine: () => number): Clock => {
  if (setting.mode === 'real') {
    return { now: () => toInstant(machine()), advanceTo: () => undefined };
  }
  let origin = Math.max(Date.parse(setting.start), resumeAt === null ? 0 : Date.parse(resumeAt));
  let since = machine();
  const now = (): number => origin + Math.max(0, machine() - since) * setting.rate;
  return {
    now: () => toInstant(now()),
    advanceTo: (instant) => {
      const target = Date.parse(instant);
      if (target <= now()) return;
      origin = target;
      since = machine();
    },
  };
};
