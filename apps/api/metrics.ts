import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Environment } from '../../libs/application/src/index.ts';
import { processMetrics } from './process-metrics.ts';
import { RunnerMetrics } from './runner-metrics.ts';

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
  readonly #atHead = new Gauge({
    name: 'rapporteur_read_models_at_head',
    help: '1 when the last event of the log has been applied.',
    registers: [this.#registry],
  });
  readonly #runners = new RunnerMetrics(this.#registry);

  readonly #setProcesses = processMetrics(this.#registry);

  countCommand(command: string, outcome: string): void {
    this.#commands.inc({ command, outcome });
  }

  observeRequest(labels: { readonly method: string; readonly route: string; readonly status: string }, seconds: number): void {
    this.#requests.observe(labels, seconds);
  }

  /** The figures as text. @param head  last position of the log */
  async text({ projections, processes, versions, clock }: Environment, head: bigint | null): Promise<string> {
    const standing = projections.standing();
    const history = versions?.rowHistory() ?? null;
    const runners = [
      { runner: 'read-models', standing } as const,
      ...(history === null ? [] : [{ runner: 'row-history', standing: history } as const]),
    ];
    this.#atHead.set(standing.position === head ? 1 : 0);
    this.#runners.set(runners, clock.now(), projections.unasked());
    if (processes !== null) this.#setProcesses(processes.standing());
    if (versions !== undefined) this.#runners.setVersions(versions);
    return this.#registry.metrics();
  }
}
