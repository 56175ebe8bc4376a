import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ENVIRONMENT, type Environment } from '../../libs/application/src/index.ts';
import { EventStoreError } from '../../libs/event-store/src/index.ts';
import { Metrics } from './metrics.ts';

const rowHistoryStanding = ({ rowHistory }: Environment) =>
  rowHistory === null ? null : { n: rowHistory.n(), fault: rowHistory.fault() === null ? null : 'stopped' };

/** What may be told of the processes; degraded when they have stopped or something waits for a person. */
const processesStanding = ({ processes }: Environment) => {
  if (processes === null) return null;
  const { fault, ...figures } = processes.standing();
  const troubled = fault !== null || figures.parkedEffects + figures.parkedEvents > 0;
  return { status: troubled ? 'degraded' : 'ok', ...figures, fault: fault === null ? null : 'stopped' };
};

@ApiExcludeController()
@Controller()
export class HealthController {
  readonly #env: Environment;
  readonly #metrics: Metrics;

  constructor(@Inject(ENVIRONMENT) env: Environment, @Inject(Metrics) metrics: Metrics) {
    this.#env = env;
    this.#metrics = metrics;
  }

  @Get('health/live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready when the store takes writes and the read models follow; degraded while some of them, or some of their rows, stand still. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { n, caughtUp, lagSeconds, headAgeSeconds, stopped, parked, fault } = this.#env.projections.standing();
    const store = await this.#storeStanding();
    const processes = processesStanding(this.#env);
    const ready = store.writable && fault === null && caughtUp;
    if (!ready) void reply.code(503).header('retry-after', '5');
    return {
      status: !ready ? 'unavailable' : stopped.length + parked.length > 0 || processes?.status === 'degraded' ? 'degraded' : 'ok',
      store,
      rowHistory: rowHistoryStanding(this.#env),
      readModels: {
        n,
        caughtUp,
        lagSeconds,
        headAgeSeconds,
        // What failed stands in the log: its words may quote an event.
        stopped: stopped.map(({ projection, n: shown, type }) => ({ projection, n: shown, type })),
        parked: parked.map(({ projection, key, events }) => ({ projection, key, events })),
        fault: fault === null ? null : 'stopped',
      },
      processes,
    };
  }

  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    return this.#metrics.text(
      this.#env.projections.standing(),
      await this.#head(),
      this.#env.projections.unasked(),
      this.#env.processes?.standing() ?? null,
    );
  }

  /** Last position of the log; null while it is empty or out of reach. */
  async #head(): Promise<bigint | null> {
    try {
      return await this.#env.store.head();
    } catch (error) {
      if (error instanceof EventStoreError) return null;
      throw error;
    }
  }

  async #storeStanding(): Promise<{ readonly engine: string; readonly writable: boolean }> {
    try {
      const { engine, writable } = await this.#env.store.ping();
      return { engine, writable };
    } catch (error) {
      if (error instanceof EventStoreError) return { engine: this.#env.store.capabilities.engine, writable: false };
      throw error;
    }
  }
}
