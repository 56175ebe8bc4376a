import type { Instant } from '../../../domain/src/index.ts';
import { ConflictError, Disposed, EventStoreError } from '../../../event-store/src/index.ts';
import type { ReadDatabase, ReadModelFile } from '../../../projections/src/index.ts';
import type { CommandPort, KeyedOrder, Outcome } from './process.port.ts';

interface EffectRow {
  readonly sequence: number;
  readonly effect_id: string;
  readonly process: string;
  readonly instance: string;
  readonly name: string;
  readonly input: string;
  readonly trigger_id: string;
  readonly correlation_id: string;
  readonly attempts: number;
}

/** Waiting, due, not put off, and nothing of the same instance before it. */
const nextSql = `
  SELECT sequence, effect_id, process, instance, name, input, trigger_id, correlation_id, attempts FROM effect AS e
  WHERE state = 'waiting' AND due <= ? AND not_before <= ? AND NOT EXISTS (
    SELECT 1 FROM effect AS earlier
    WHERE earlier.process = e.process AND earlier.instance = e.instance AND earlier.state IN ('waiting', 'parked')
      AND (earlier.due, earlier.sequence) < (e.due, e.sequence))
  ORDER BY due, sequence LIMIT 1`;

/** The effect that is to be given next: at once in the order of the log, timers in the order in which they are due. */
export const nextEffect = (db: ReadDatabase, now: Instant, machineNow: number): EffectRow | null =>
  db.get<EffectRow>(nextSql, now, machineNow) ?? null;

/** When the earliest effect that was put off may be tried again, in machine milliseconds; null when none is due. */
export const nextAttempt = (db: ReadDatabase, now: Instant, machineNow: number): number | null =>
  db.get<{ at: number | null }>(
    "SELECT min(not_before) AS at FROM effect WHERE state = 'waiting' AND due <= ? AND not_before > ?",
    now,
    machineNow,
  )?.at ?? null;

/** The next instant at which a timer is due; null when none is pending. */
export const nextDue = (db: ReadDatabase, now: Instant): Instant | null =>
  db.get<{ due: Instant | null }>("SELECT min(due) AS due FROM effect WHERE state = 'waiting' AND due > ?", now)?.due ?? null;

/** Instants at which pending timers are due, each once, nearest first. */
export const duesAfter = (db: ReadDatabase, now: Instant): readonly Instant[] =>
  db.all<{ due: Instant }>("SELECT DISTINCT due FROM effect WHERE state = 'waiting' AND due > ? ORDER BY due", now).map(({ due }) => due);

const [firstWaitMs, longestWaitMs] = [50, 30_000];

const toOrder = (row: EffectRow): KeyedOrder => ({
  name: row.name,
  input: JSON.parse(row.input) as object,
  effectId: row.effect_id,
  process: row.process,
  instance: row.instance,
  triggerId: row.trigger_id,
  correlationId: row.correlation_id,
});

const states = { done: 'given', nothing: 'nothing', refused: 'refused' } as const;

const giveOnce = async (port: CommandPort, row: EffectRow): Promise<Outcome> => {
  const order = toOrder(row);
  const outcome = await port.give(order);
  if (outcome.kind !== 'done') await port.recordOutcome(order, outcome);
  return outcome;
};

const mayPass = (error: unknown): boolean => error instanceof ConflictError || (error instanceof EventStoreError && error.retryable);

/**
 * Gives one effect. A store that is away is asked again later, ever more seldom; a fault of the program parks the effect.
 *
 * @throws Disposed when the store has been closed
 */
export const giveEffect = async (
  db: ReadModelFile,
  port: CommandPort,
  row: EffectRow,
  { machine, alert }: { readonly machine: () => number; readonly alert: (problem: string) => void },
): Promise<void> => {
  try {
    const { kind } = await giveOnce(port, row);
    db.run("UPDATE effect SET state = ?, problem = NULL WHERE sequence = ? AND state = 'waiting'", states[kind], row.sequence);
  } catch (error) {
    if (error instanceof Disposed) throw error;
    const problem = `${row.process} ${row.instance}: ${row.name}: ${error instanceof Error ? error.message : String(error)}`;
    if (mayPass(error)) {
      const wait = Math.min(firstWaitMs * 2 ** row.attempts, longestWaitMs);
      db.run(
        'UPDATE effect SET attempts = attempts + 1, not_before = ?, problem = ? WHERE sequence = ?',
        machine() + wait,
        problem,
        row.sequence,
      );
      return;
    }
    db.run("UPDATE effect SET state = 'parked', problem = ? WHERE sequence = ? AND state = 'waiting'", problem, row.sequence);
    alert(problem);
  }
};

/** A new start may bring a program that no longer fails: what was parked is tried once more, but not what went too deep. */
export const retryParked = (db: ReadModelFile, maxDepth: number): void => {
  db.run("UPDATE effect SET state = 'waiting', not_before = 0 WHERE state = 'parked' AND depth <= ?", maxDepth);
};

export interface EffectCounts {
  /** Commands that are due and not given yet. */
  readonly waiting: number;
  readonly timersPending: number;
  /** Timers whose instant has passed. */
  readonly timersOverdue: number;
  readonly parkedEffects: number;
  readonly parkedEvents: number;
}

export const countEffects = (db: ReadDatabase, now: Instant): EffectCounts =>
  db.get<EffectCounts>(
    `SELECT
       (SELECT count(*) FROM effect WHERE state = 'waiting' AND timer IS NULL) AS waiting,
       (SELECT count(*) FROM effect WHERE state = 'waiting' AND timer IS NOT NULL) AS timersPending,
       (SELECT count(*) FROM effect WHERE state = 'waiting' AND timer IS NOT NULL AND due <= ?) AS timersOverdue,
       (SELECT count(*) FROM effect WHERE state = 'parked') AS parkedEffects,
       (SELECT count(*) FROM parked) AS parkedEvents`,
    now,
  ) ?? { waiting: 0, timersPending: 0, timersOverdue: 0, parkedEffects: 0, parkedEvents: 0 };
