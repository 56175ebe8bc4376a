import { Gauge, type Registry } from 'prom-client';
import type { Environment, ReadModelVersions } from '../../libs/application/src/index.ts';

type RunnerStanding = ReturnType<Environment['projections']['standing']>;

/** How one runner is, and the business time it is measured by. */
export interface RunnerFigures {
  readonly runner: 'read-models' | 'row-history';
  readonly standing: RunnerStanding;
}

/** Seconds of business time between the last event that is shown and now; 0 when everything is. */
export const eventLagSeconds = ({ caughtUp, lastOccurredAt }: RunnerStanding, now: string): number =>
  caughtUp || lastOccurredAt === null ? 0 : Math.max(0, (Date.parse(now) - Date.parse(lastOccurredAt)) / 1_000);

/** What follows the log, and what is built anew: figures of each runner and each build. */
export class RunnerMetrics {
  readonly #registry: Registry;
  readonly #ofRunner: Readonly<Record<string, Gauge>>;
  readonly #ofBuild: Readonly<Record<string, Gauge>>;
  readonly #stopped: Gauge;
  readonly #parked: Gauge;
  readonly #outdated: Gauge;
  readonly #unasked: Gauge;

  constructor(registry: Registry) {
    this.#registry = registry;
    const runner = (name: string, help: string): Gauge => this.#gauge(`runner_${name}`, help, 'runner');
    const build = (name: string, help: string): Gauge => this.#gauge(`build_${name}`, help, 'set');
    this.#ofRunner = {
      n: runner('ledger_size', 'Ledgered events that are shown.'),
      caughtUp: runner('caught_up', '1 when everything in the log is shown.'),
      lag: runner('lag_seconds', 'Seconds since the runner began to be behind; 0 while it has caught up.'),
      eventLag: runner('event_lag_seconds', 'Business time between the last event that is shown and now; 0 while it has caught up.'),
      silence: runner('silent_seconds', 'Seconds since the runner last heard from the log.'),
      headAge: runner('head_age_seconds', 'Seconds for which the log has had events that did not arrive: the subscription is dead.'),
    };
    this.#ofBuild = {
      done: build('events_done', 'Events applied by the build that has not taken over yet.'),
      total: build('events_total', 'Events it has to apply.'),
      perSecond: build('events_per_second', 'Its rate.'),
      secondsLeft: build('seconds_left', 'How long it will take; absent while it waits or pauses.'),
    };
    this.#stopped = this.#gauge('projection_stopped', '1 for a read model that met an event it cannot take.', 'runner', 'projection');
    this.#parked = this.#gauge('projection_parked_events', 'Events put aside behind one that it cannot take.', 'runner', 'projection');
    this.#outdated = this.#gauge('projection_outdated', '1 for a read model that is shown as an earlier program left it.', 'projection');
    this.#unasked = this.#gauge('events_unasked', 'Events of the log that no read model asks for, by type.', 'type');
  }

  #gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name: `rapporteur_${name}`, help, labelNames, registers: [this.#registry] });
  }

  /** Takes the figures of this moment. @param now  business time */
  set(runners: readonly RunnerFigures[], now: string, unasked: Readonly<Record<string, number>>): void {
    [this.#stopped, this.#parked].forEach((gauge) => {
      gauge.reset();
    });
    runners.forEach((figures) => {
      this.#setRunner(figures, now);
    });
    Object.entries(unasked).forEach(([type, events]) => {
      this.#unasked.set({ type }, events);
    });
  }

  #setRunner({ runner, standing }: RunnerFigures, now: string): void {
    const figures: Readonly<Record<string, number>> = {
      n: standing.n,
      caughtUp: standing.caughtUp ? 1 : 0,
      lag: standing.lagSeconds,
      eventLag: eventLagSeconds(standing, now),
      silence: standing.silentSeconds,
      headAge: standing.headAgeSeconds,
    };
    Object.entries(this.#ofRunner).forEach(([name, gauge]) => {
      gauge.set({ runner }, figures[name] ?? 0);
    });
    standing.stopped.forEach(({ projection }) => {
      this.#stopped.set({ runner, projection }, 1);
    });
    standing.parked.forEach(({ projection, events }) => {
      this.#parked.inc({ runner, projection }, events);
    });
  }

  setVersions({ builds, outdated }: ReadModelVersions): void {
    [...Object.values(this.#ofBuild), this.#outdated].forEach((gauge) => {
      gauge.reset();
    });
    builds().forEach(({ set, done, total, perSecond, secondsLeft }) => {
      Object.entries({ done, total, perSecond, secondsLeft }).forEach(([name, figure]) => {
        if (figure !== null) this.#ofBuild[name]?.set({ set }, figure);
      });
    });
    outdated().forEach((projection) => {
      this.#outdated.set({ projection }, 1);
    });
  }
}
