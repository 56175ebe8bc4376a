import { afterEach, describe, expect, it } from '@jest/globals';
import { openMemoryEventStore } from '../../../event-store/src/adapters/memory/index.ts';
import { Unavailable, type EventStore } from '../../../event-store/src/index.ts';
import type { Clock } from '../../../application/src/index.ts';
import type { Instant } from '../../../domain/src/index.ts';
import { catcher, effectsIn, record, standingClock, toyPort } from '../../../../test/support/toy-process.ts';
import { openProcessFile } from './process-file.ts';
import type { CommandPort } from './process.port.ts';
import { startProcesses, type ProcessRunner } from './run-processes.ts';

const start = '2015-02-03T08:00:00.000Z';
const [four, ten] = ['2015-02-03T16:00:00.000Z', '2015-02-03T22:00:00.000Z'] as [Instant, Instant];

describe('the runner', () => {
  let store: EventStore = openMemoryEventStore();
  let clock: Clock = standingClock(start);
  let runner: ProcessRunner | null = null;
  const alerts: string[] = [];

  const run = (change: (port: CommandPort) => CommandPort = (port) => port, over: Partial<EventStore> = {}): ProcessRunner => {
    const port = change(toyPort(store, clock));
    const db = openProcessFile(':memory:', [catcher]);
    const followed: EventStore = { ...store, readAll: (options) => store.readAll(options), ...over };
    const alert = (problem: string): void => void alerts.push(problem);
    runner = startProcesses({ store: followed, db, processes: [catcher], upcasters: {}, port, clock, machine: Date.now, alert });
    return runner;
  };
  const fact = (stream: string, type: string, data: object = {}): Promise<void> => record(store, clock, stream, { type, data });
  const advance = (to: Instant): Promise<void> => fact('ledger-main', 'BusinessClockAdvanced', { to });

  afterEach(async () => {
    await runner?.stop();
    store = openMemoryEventStore();
    clock = standingClock(start);
    alerts.length = 0;
  });

  it('gives what follows from what is there at the start, and from what comes', async () => {
    await fact('toy-a', 'BallThrown', { n: 1 });
    const { caughtUp, idle, standing } = run();
    await caughtUp;
    await fact('toy-a', 'BallThrown', { n: 2 });
    await idle();
    expect(await effectsIn(store)).toStrictEqual([`glove-a BallCaught 1 at ${start}`, `glove-a BallCaught 2 at ${start}`]);
    expect(standing()).toMatchObject({ caughtUp: true, lagSeconds: 0, fault: null, waiting: 0 });
    expect(standing().silentSeconds).toBeLessThan(5);
  });

  it('is woken by what is appended', async () => {
    await run().caughtUp;
    await fact('toy-a', 'BallThrown', { n: 1 });
    for (let left = 500; left > 0 && (await effectsIn(store)).length === 0; left -= 1) await new Promise(setImmediate);
    expect(await effectsIn(store)).toHaveLength(1);
  });

  it('lets the clock arrive only when every timer on the way has fired', async () => {
    await fact('toy-a', 'AlarmSet', { name: 'tea', at: four });
    const { arrive, duesAfter, caughtUp } = run();
    await caughtUp;
    expect(await duesAfter(clock.now())).toStrictEqual([four]);
    await advance(ten);
    await arrive(ten);
    expect([await effectsIn(store), clock.now(), await duesAfter(start as Instant)]).toStrictEqual([
      [`glove-a AlarmRang tea ${four} at ${four}`],
      ten,
      [],
    ]);
  });

  it('walks on from where it was interrupted', async () => {
    await fact('toy-a', 'AlarmSet', { name: 'tea', at: four });
    await advance(ten);
    await run().caughtUp;
    expect([await effectsIn(store), clock.now()]).toStrictEqual([[`glove-a AlarmRang tea ${four} at ${four}`], ten]);
  });

  it('fires a timer when business time comes to it', async () => {
    await fact('toy-a', 'AlarmSet', { name: 'tea', at: '2015-02-03T08:00:00.050Z' });
    const began = Date.now();
    const moving: Clock = { ...clock, now: () => new Date(Date.parse(start) + Date.now() - began).toISOString() as Instant };
    clock = moving;
    await run().caughtUp;
    for (let left = 200; left > 0 && (await effectsIn(store)).length === 0; left -= 1)
      await new Promise((resolve) => void setTimeout(resolve, 5));
    expect(await effectsIn(store)).toHaveLength(1);
  });

  it('asks again until a store that is away is back', async () => {
    await fact('toy-a', 'BallThrown', { n: 1 });
    let failures = 0;
    const flaky = (port: CommandPort): CommandPort => ({
      ...port,
      give: (order) => ((failures += 1) < 3 ? Promise.reject(new Unavailable('away', 'connect')) : port.give(order)),
    });
    let heads = 0;
    const { caughtUp } = run(flaky, {
      head: () => ((heads += 1) < 2 ? Promise.reject(new Unavailable('away', 'connect')) : store.head()),
    });
    await caughtUp;
    expect([await effectsIn(store), alerts]).toStrictEqual([[`glove-a BallCaught 1 at ${start}`], []]);
  });

  it('stops for good when the log cannot be read, and says why', async () => {
    await fact('toy-a', 'BallThrown', { n: 1 });
    const { caughtUp, standing, arrive } = run(undefined, {
      head: () => Promise.reject(new TypeError('a bug')),
    });
    await expect(caughtUp).rejects.toMatchObject({ code: 'unavailable' });
    await expect(arrive(ten)).rejects.toMatchObject({ code: 'unavailable' });
    expect(standing()).toMatchObject({ caughtUp: false, fault: 'a bug' });
    expect(alerts).toStrictEqual(['the processes have stopped: a bug']);
    expect(await effectsIn(store)).toStrictEqual([]);
  });

  it('finishes the command at hand when it is stopped, and begins no other', async () => {
    for (const n of [1, 2]) await fact('toy-a', 'BallThrown', { n });
    const begun = Promise.withResolvers<undefined>();
    const goOn = Promise.withResolvers<undefined>();
    const slow = (port: CommandPort): CommandPort => ({
      ...port,
      give: async (order) => {
        begun.resolve(undefined);
        await goOn.promise;
        return port.give(order);
      },
    });
    const { stop, caughtUp } = run(slow);
    await begun.promise;
    const stopped = stop();
    goOn.resolve(undefined);
    await stopped;
    expect(await effectsIn(store)).toStrictEqual([`glove-a BallCaught 1 at ${start}`]);
    await expect(caughtUp).rejects.toMatchObject({ code: 'unavailable' });
  });
});
