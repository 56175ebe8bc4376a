import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '../../../event-store/src/index.ts';
import type { Instant } from '../../../domain/src/index.ts';
import { at, Bench } from '../../../../test/support/process-bench.ts';
import { duesAfter } from './effects.ts';

describe('a timer', () => {
  it('fires at its instant, not a millisecond before, once', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('16:00') });
    bench.clock.advanceTo('2015-02-03T15:59:59.999Z' as Instant);
    await bench.turn();
    expect([await bench.effects(), bench.counts().timersPending]).toStrictEqual([[], 1]);
    bench.clock.advanceTo(at('16:00'));
    expect(bench.counts()).toMatchObject({ timersPending: 1, timersOverdue: 1 });
    await bench.turn();
    await bench.turn();
    expect(await bench.effects()).toStrictEqual([`glove-a AlarmRang tea ${at('16:00')} at ${at('16:00')}`]);
  });

  it('that is late fires once all the same', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('16:00') });
    bench.clock.advanceTo(at('20:00'));
    await bench.turn();
    bench.wipe();
    await bench.turn();
    expect(await bench.effects()).toStrictEqual([`glove-a AlarmRang tea ${at('16:00')} at ${at('20:00')}`]);
  });

  it('that is set again fires at its new instant only; set once more after it fired it fires again', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('16:00') });
    await bench.turn();
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('17:00') });
    await bench.turn();
    expect(duesAfter(bench.db, bench.clock.now())).toStrictEqual([at('17:00')]);
    bench.clock.advanceTo(at('17:00'));
    await bench.turn();
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('17:00') });
    await bench.turn();
    expect(await bench.effects()).toStrictEqual(Array(2).fill(`glove-a AlarmRang tea ${at('17:00')} at ${at('17:00')}`));
  });

  it('that is cancelled does not fire; the others of its instance do', async () => {
    const bench = new Bench();
    for (const name of ['tea', 'bed']) await bench.fact('toy-a', 'AlarmSet', { name, at: at('16:00') });
    await bench.fact('toy-a', 'AlarmDropped', { name: 'tea' });
    await bench.fact('toy-a', 'AlarmDropped', { name: 'never set' });
    bench.clock.advanceTo(at('16:00'));
    await bench.turn();
    expect(await bench.effects()).toStrictEqual([`glove-a AlarmRang bed ${at('16:00')} at ${at('16:00')}`]);
  });

  it('fires at its own instant while the clock walks over it, in order, and what follows comes before the next one', async () => {
    const bench = new Bench();
    for (const [stream, time] of [
      ['toy-b', '17:00'],
      ['toy-a', '16:00'],
      ['toy-c', '23:00'],
    ] as const)
      await bench.fact(stream, 'AlarmSet', { name: 'tea', at: at(time) });
    await bench.fact('toy-a', 'AlarmSet', { name: 'bed', at: at('16:00') });
    await bench.moveTo(at('22:00'));
    expect(await bench.turn()).toBe(true);
    expect(await bench.effects()).toStrictEqual([
      `glove-a AlarmRang tea ${at('16:00')} at ${at('16:00')}`,
      `glove-a AlarmRang bed ${at('16:00')} at ${at('16:00')}`,
      `glove-b AlarmRang tea ${at('17:00')} at ${at('17:00')}`,
    ]);
    expect(bench.clock.now()).toBe(at('22:00'));
    expect(duesAfter(bench.db, bench.clock.now())).toStrictEqual([at('23:00')]);
  });

  it('on the way is waited for while the store is away', async () => {
    const bench = new Bench();
    const { port } = bench;
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('16:00') });
    await bench.moveTo(at('22:00'));
    bench.port = { ...port, give: () => Promise.reject(new Unavailable('away', 'connect')) };
    const work = bench.work();
    expect(await bench.turn(work)).toBe(false);
    expect([bench.clock.now(), work.isWalking]).toStrictEqual([at('16:00'), true]);
    bench.machine = 50;
    bench.port = port;
    expect(await bench.turn()).toBe(true);
    expect(bench.clock.now()).toBe(at('22:00'));
  });
});
