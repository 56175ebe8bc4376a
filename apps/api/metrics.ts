import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Environment, ProcessesStanding } from '../../libs/application/src/index.ts';
import { processMetrics } from './process-metrics.ts';

type RunnerStanding = ReturnType<Environment['projections']['standing']>;

/** Figures of one running service, in the text form of Prometheus. */
@Injectable()
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = new Counter({
    name: 'rapporteur_commands_total',
    help: 'Commands by name and outcome.',
    labelNames: ['command', 'outcome'],
    registers: [this.#registry],
  });
  readonly #requests = new Histogram({
    name: 'rapporteur_http_request_seconds',
    help: 'Time to answer, by method, route and status class.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5],
    registers: [this.#registry],
  });
  readonly #ledgerSize = new Gauge({
    name: 'rapporteur_ledger_size',
    help: 'Ledgered events that the read models show.',
    registers: [this.#registry],
  });
  readonly #caughtUp = new Gauge({
    name: 'rapporteur_read_models_caught_up',
    help: '1 when the read models show everything in the log.',
    registers: [this.#registry],
  });

  readonly #lag = new Gauge({
    name: 'rapporteur_read_models_lag_seconds',
    help: 'Seconds since the read models began to be behind; 0 while they have caught up.',
    registers: [this.#registry],
  });
  readonly #silence = new Gauge({
    name: 'rapporteur_read_models_silent_seconds',
    help: 'Seconds since the read models last heard from the log; compare with the age of its head.',
    registers: [this.#registry],
  });
  readonly #unread = new Gauge({
    name: 'rapporteur_read_models_at_head',
    help: '1 when the last event of the log has been applied.',
    registers: [this.#registry],
  });

  readonly #headAge = new Gauge({
    name: 'rapporteur_read_models_head_age_seconds',
    help: 'Seconds for which the log has had events that did not arrive at the read models; grows when their subscription is dead.',
    registers: [this.#registry],
  });
  readonly #stopped = new Gauge({
    name: 'rapporteur_projection_stopped',
    help: '1 for each read model that met an event it cannot take and stands still.',
    labelNames: ['projection'],
    registers: [this.#registry],
  });
  readonly #parked = new Gauge({
    name: 'rapporteur_projection_parked_events',
    help: 'Events put aside after one that the read model cannot take.',
    labelNames: ['projection'],
    registers: [this.#registry],
  });
  readonly #unasked = new Gauge({
    name: 'rapporteur_events_unasked',
    help: 'Events of the log that no read model asks for, by type.',
    labelNames: ['type'],
    registers: [this.#registry],
  });

  readonly #setProcesses = processMetrics(this.#registry);

  countCommand(command: string, outcome: string): void {
    this.#commands.inc({ command, outcome });
  }

  observeRequest(labels: { readonly method: string; readonly route: string; readonly status: string }, seconds: number): void {
    this.#requests.observe(labels, seconds);
  }

  /** The figures as text. */
  async text(
    standing: RunnerStanding,
    head: bigint | null,
    unasked: Readonly<Record<string, number>>,
    processes: ProcessesStanding | null,
  ): Promise<string> {
    if (processes !== null) this.#setProcesses(processes);
    this.#ledgerSize.set(standing.n);
    this.#caughtUp.set(standing.caughtUp ? 1 : 0);
    this.#lag.set(standing.lagSeconds);
    this.#silence.set(standing.silentSeconds);
    this.#unread.set(standing.position === head ? 1 : 0);
    this.#headAge.set(standing.headAgeSeconds);
    this.#setTroubles(standing);
    Object.entries(unasked).forEach(([type, events]) => {
      this.#unasked.set({ type }, events);
    });
    return this.#registry.metrics();
  }

  #setTroubles({ stopped, parked }: RunnerStanding): void {
    this.#stopped.reset();
    this.#parked.reset();
    stopped.forEach(({ projection }) => {
      this.#stopped.set({ projection }, 1);
    });
    parked.forEach(({ projection, events }) => {
      this.#parked.inc({ projection }, events);
    });
  }
}
