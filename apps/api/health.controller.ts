import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ENVIRONMENT, type Environment } from '../../libs/application/src/index.ts';
import { EventStoreError } from '../../libs/event-store/src/index.ts';
import { Decides } from './policies/policy.ts';
import { Metrics } from './metrics.ts';
import { eventLagSeconds } from './runner-metrics.ts';

type RunnerStanding = ReturnType<Environment['projections']['standing']>;

/** A runner as everybody may know it. What failed stands in the log: its words may quote an event. */
const told = (standing: RunnerStanding, now: string): object => ({
  n: standing.n,
  caughtUp: standing.caughtUp,
  lagSeconds: standing.lagSeconds,
  eventLagSeconds: eventLagSeconds(standing, now),
  headAgeSeconds: standing.headAgeSeconds,
  stopped: standing.stopped.map(({ projection, n, type }) => ({ projection, n, type })),
  parked: standing.parked.map(({ projection, key, events }) => ({ projection, key, events })),
  fault: standing.fault === null ? null : 'stopped',
});

const pastStanding = ({ rowHistory, versions, clock }: Environment) => {
  if (rowHistory === null) return null;
  const standing = versions?.rowHistory() ?? null;
  const following = standing === null ? {} : told(standing, clock.now());
  return { ...following, n: rowHistory.n(), fault: rowHistory.fault() === null ? null : 'stopped' };
};

/** What may be told of the processes; degraded when they have stopped or something waits for a person. */
const processesStanding = ({ processes }: Environment) => {
  if (processes === null) return null;
  const { fault, ...figures } = processes.standing();
  const troubled = fault !== null || figures.parkedEffects + figures.parkedEvents > 0;
  return { status: troubled ? 'degraded' : 'ok', ...figures, fault: fault === null ? null : 'stopped' };
};

/** Redis away signs everybody out and lets each process count for itself; the record is not affected. Null where none is shared. */
const redisStanding = async ({ shared }: Environment): Promise<{ readonly status: 'ok' | 'degraded' } | null> => {
  if (shared === undefined) return null;
  return shared.ping().then(
    () => ({ status: 'ok' }),
    () => ({ status: 'degraded' }),
  );
};

const isDegraded = (part: { readonly status: string } | null): boolean => part?.status === 'degraded';

const isWhole = ({ stopped, parked }: RunnerStanding, outdated: readonly string[]): boolean =>
  stopped.length + parked.length + outdated.length === 0;

/** What may be told of what goes out: a mail server that was never set up is no trouble. */
const outgoingStanding = ({ outgoing }: Environment) => {
  if (outgoing === undefined) return null;
  const { mail, queue } = outgoing();
  const isTroubled = queue !== null || (mail !== null && mail !== 'mail.not_set_up');
  return { status: isTroubled ? 'degraded' : 'ok', mail: mail ?? 'ok', queue: queue ?? 'ok' };
};

const statusOf = (isReady: boolean, isTroubled: boolean): string => {
  if (!isReady) return 'unavailable';
  return isTroubled ? 'degraded' : 'ok';
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
  @Decides('open')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * Ready when the store takes writes and the read models follow; degraded while some of them, or some of their rows, stand still, or
   * are shown as an earlier program left them.
   */
  @Get('health/ready')
  @Decides('open')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { projections, versions, clock } = this.#env;
    const standing = projections.standing();
    const store = await this.#storeStanding();
    const processes = processesStanding(this.#env);
    const outgoing = outgoingStanding(this.#env);
    const redis = await redisStanding(this.#env);
    const isReady = store.writable && standing.fault === null && standing.caughtUp;
    const outdated = versions?.outdated() ?? [];
    const isTroubled = !isWhole(standing, outdated) || [processes, redis, outgoing].some(isDegraded);
    if (!isReady) void reply.code(503).header('retry-after', '5');
    return {
      status: statusOf(isReady, isTroubled),
      store,
      redis,
      rowHistory: pastStanding(this.#env),
      readModels: { ...told(standing, clock.now()), outdated },
      builds: versions?.builds() ?? [],
      processes,
      outgoing,
    };
  }

  @Get('metrics')
  @Decides('open')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    return this.#metrics.text(this.#env, await this.#head());
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
