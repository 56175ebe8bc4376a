import { ledgerDecider, type ClockAdvanceReason, type Instant } from '../../../domain/src/index.ts';
import type { Environment } from '../contract.ts';
import { deadlinesAfter } from '../facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { nextMorning } from '../time/wall-time.ts';

export interface AdvanceBusinessClockInput {
  /** `next_day`: the next 09:00 in Brussels; `next_deadline`: one minute after the nearest deadline; or an instant. */
  readonly to: 'next_day' | 'next_deadline' | Instant;
}

interface Target {
  readonly to: Instant;
  readonly reason: ClockAdvanceReason;
}

const minuteAfter = (instant: Instant): Instant => new Date(Date.parse(instant) + 60_000).toISOString() as Instant;

const targetOf = async (env: Environment, { to }: AdvanceBusinessClockInput, now: Instant): Promise<Target | null> => {
  if (to === 'next_day') return { to: nextMorning(now), reason: 'next_day' };
  if (to !== 'next_deadline') return { to, reason: 'to_instant' };
  const [nearest] = await deadlinesAfter(env, now);
  return nearest === undefined ? null : { to: minuteAfter(nearest), reason: 'next_deadline' };
};

/** Puts a virtual clock forward; the record says so. */
export const advanceBusinessClock = useCase<AdvanceBusinessClockInput>('AdvanceBusinessClock', async (env, input, context) => {
  const now = env.clock.now();
  const target = await targetOf(env, input, now);
  if (target === null) return refused({ code: 'clock.no_deadline_ahead' });
  const outcome = await runCommand(env, context, {
    decider: ledgerDecider,
    id: 'main',
    command: { type: 'AdvanceBusinessClock', data: { now, ...target } },
    input,
  });
  if (outcome.kind !== 'done') return outcome;
  // With timers the clock walks there, so that each fires at its own instant; it has arrived when the answer comes.
  if (env.processes === null) env.clock.advanceTo(target.to);
  else await env.processes.arrive(target.to);
  return outcome;
});
