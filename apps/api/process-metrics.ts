import { Gauge, type Registry } from 'prom-client';
import type { ProcessesStanding } from '../../libs/application/src/index.ts';

const figures: readonly (readonly [name: string, help: string, value: (standing: ProcessesStanding) => number])[] = [
  ['rapporteur_processes_running', '1 while processes follow the log, 0 when they have stopped.', ({ fault }) => (fault === null ? 1 : 0)],
  ['rapporteur_processes_lag_seconds', 'Seconds since the processes had last read everything in the log.', ({ lagSeconds }) => lagSeconds],
  ['rapporteur_processes_silent_seconds', 'Seconds since the processes last looked at the log.', ({ silentSeconds }) => silentSeconds],
  ['rapporteur_processes_waiting_commands', 'Commands of processes that are to be given.', ({ waiting }) => waiting],
  [
    'rapporteur_processes_parked_commands',
    'Commands of processes that failed and wait for a person.',
    ({ parkedEffects }) => parkedEffects,
  ],
  [
    'rapporteur_processes_parked_events',
    'Events that a process could not handle, and those behind them.',
    ({ parkedEvents }) => parkedEvents,
  ],
  ['rapporteur_timers_pending', 'Timers that have not fired.', ({ timersPending }) => timersPending],
  ['rapporteur_timers_overdue', 'Timers whose instant has passed and that have not fired.', ({ timersOverdue }) => timersOverdue],
];

/** Registers the figures of the processes. @returns sets them */
export const processMetrics = (registry: Registry): ((standing: ProcessesStanding) => void) => {
  const gauges = figures.map(([name, help, value]) => ({ gauge: new Gauge({ name, help, registers: [registry] }), value }));
  return (standing) => {
    gauges.forEach(({ gauge, value }) => {
      gauge.set(value(standing));
    });
  };
};
