import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

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

  countCommand(command: string, outcome: string): void {
    this.#commands.inc({ command, outcome });
  }

  observeRequest(labels: { readonly method: string; readonly route: string; readonly status: string }, seconds: number): void {
    this.#requests.observe(labels, seconds);
  }

  /** The figures as text. */
  async text(standing: { readonly n: number; readonly caughtUp: boolean }): Promise<string> {
    this.#ledgerSize.set(standing.n);
    this.#caughtUp.set(standing.caughtUp ? 1 : 0);
    return this.#registry.metrics();
  }
}
