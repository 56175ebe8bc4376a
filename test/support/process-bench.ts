import type { Clock } from '../../libs/application/src/index.ts';
import type { Instant } from '../../libs/domain/src/index.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { countEffects, openProcessFile, ProcessWork, type CommandPort } from '../../libs/process-managers/src/index.ts';
import type { ReadModelFile } from '../../libs/projections/src/index.ts';
import { catcher, effectsIn, record, standingClock, toyPort } from './toy-process.ts';

/** When the bench's clock starts. */
export const start = '2015-02-03T08:00:00.000Z';
/** A time of that day. */
export const at = (time: string): Instant => `2015-02-03T${time}:00.000Z` as Instant;
export const processes = [catcher];

/** A store, a clock, a process file and the alerts that were raised; the file can be wiped. */
export class Bench {
  readonly store: EventStore = openMemoryEventStore();
  readonly clock: Clock = standingClock(start);
  readonly alerts: string[] = [];
  machine = 0;
  db: ReadModelFile = openProcessFile(':memory:', processes);
  port: CommandPort = toyPort(this.store, this.clock);

  work = (db = this.db, store = this.store): ProcessWork => {
    const { port, clock, alerts } = this;
    const alert = (problem: string): void => void alerts.push(problem);
    return new ProcessWork({ store, db, processes, upcasters: {}, port, clock, machine: () => this.machine, alert });
  };

  turn = (work = this.work()): Promise<boolean> => work.turn(() => true);
  wipe = (): void => {
    this.db = openProcessFile(':memory:', processes);
  };
  fact = (stream: string, type: string, data: object = {}): Promise<void> => record(this.store, this.clock, stream, { type, data });
  effects = (): Promise<readonly string[]> => effectsIn(this.store);
  counts = () => countEffects(this.db, this.clock.now());
  moveTo = (to: Instant): Promise<void> => this.fact('ledger-main', 'BusinessClockAdvanced', { from: this.clock.now(), to });
}
