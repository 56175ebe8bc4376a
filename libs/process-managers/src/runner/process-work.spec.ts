import { describe, expect, it } from '@jest/globals';
import { ConflictError, Unavailable, WrongExpectedVersion, type EventStore } from '../../../event-store/src/index.ts';
import { at, Bench, start } from '../../../../test/support/process-bench.ts';

describe('a process', () => {
  it('has commands given, and what came of them recorded', async () => {
    const bench = new Bench();
    for (const n of [1, 5, 1]) await bench.fact('toy-a', 'BallThrown', { n });
    expect(await bench.turn()).toBe(true);
    expect(await bench.effects()).toStrictEqual([
      `glove-a BallCaught 1 at ${start}`,
      `process ProcessCommandRefused CatchBall glove.too_hot at ${start}`,
      `process ProcessCommandFoundDone CatchBall at ${start}`,
    ]);
    expect(bench.counts()).toStrictEqual({ waiting: 0, timersPending: 0, timersOverdue: 0, parkedEffects: 0, parkedEvents: 0 });
  });

  it('is told of its refusals, and of nobody else’s', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'BallThrown', { n: 5 });
    await bench.fact('process-x', 'ProcessCommandRefused', { effectId: 'x', process: 'another', instance: 'a' });
    await bench.turn();
    expect(bench.db.all('SELECT instance, state FROM instance')).toStrictEqual([{ instance: 'a', state: '{"refused":1,"echoes":false}' }]);
  });

  it('tells each command’s cause and carries the correlation on', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'BallThrown', { n: 1 });
    await bench.turn();
    const [thrown, caught] = await Array.fromAsync(bench.store.readAll());
    expect(caught?.metadata).toMatchObject({ $causationId: thrown?.id, $correlationId: 'because of toy-a' });
  });

  it('gives nothing again after its file is wiped, though refusals and repeats would now succeed', async () => {
    const bench = new Bench();
    for (const n of [1, 5, 1]) await bench.fact('toy-a', 'BallThrown', { n });
    await bench.turn();
    await bench.fact('glove-a', 'GloveCooled');
    await bench.fact('glove-a', 'BallDropped', { n: 1 });
    const before = await bench.store.head();
    bench.wipe();
    expect(await bench.turn()).toBe(true);
    expect(await bench.store.head()).toBe(before);
  });

  it('keeps the order within an instance, and holds up no other when the store is away', async () => {
    const bench = new Bench();
    const { port } = bench;
    let isAway = true;
    bench.port = {
      ...port,
      give: (order) => (isAway && order.instance === 'a' ? Promise.reject(new Unavailable('a is away', 'connect')) : port.give(order)),
    };
    for (const [stream, n] of [
      ['toy-a', 1],
      ['toy-a', 2],
      ['toy-b', 3],
    ] as const)
      await bench.fact(stream, 'BallThrown', { n });
    expect(await bench.turn()).toBe(false);
    expect(await bench.effects()).toStrictEqual([`glove-b BallCaught 3 at ${start}`]);
    bench.machine = 49;
    expect(await bench.turn()).toBe(false);
    isAway = false;
    bench.machine = 50;
    expect(await bench.turn()).toBe(true);
    expect((await bench.effects()).slice(1)).toStrictEqual([`glove-a BallCaught 1 at ${start}`, `glove-a BallCaught 2 at ${start}`]);
    expect(bench.alerts).toStrictEqual([]);
  });

  it('waits twice as long after each failure, half a minute at most', async () => {
    const bench = new Bench();
    let tries = 0;
    const conflict = new ConflictError('glove-a', new WrongExpectedVersion('glove-a', 0n, 1n));
    bench.port = { ...bench.port, give: () => Promise.reject((tries += 1) % 2 === 0 ? conflict : new Unavailable('away', 'inflight')) };
    await bench.fact('toy-a', 'BallThrown', { n: 1 });
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await bench.turn();
      const next = bench.db.get<{ not_before: number }>('SELECT not_before FROM effect')?.not_before ?? 0;
      waits.push(next - bench.machine);
      bench.machine = next;
    }
    expect(waits).toStrictEqual([50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
    expect(tries).toBe(12);
  });

  it('parks a command that fails for another reason, with what comes after it, and tries again at the next start', async () => {
    const bench = new Bench();
    const { port } = bench;
    bench.port = { ...port, give: (order) => (order.instance === 'a' ? Promise.reject(new TypeError('a bug')) : port.give(order)) };
    for (const [stream, n] of [
      ['toy-a', 1],
      ['toy-a', 2],
      ['toy-b', 3],
    ] as const)
      await bench.fact(stream, 'BallThrown', { n });
    expect(await bench.turn()).toBe(true);
    expect(await bench.effects()).toStrictEqual([`glove-b BallCaught 3 at ${start}`]);
    expect(bench.alerts).toStrictEqual(['catcher a: CatchBall: a bug']);
    expect(bench.counts()).toMatchObject({ waiting: 1, parkedEffects: 1 });
    bench.port = port;
    await bench.turn();
    expect((await bench.effects()).slice(1)).toStrictEqual([`glove-a BallCaught 1 at ${start}`, `glove-a BallCaught 2 at ${start}`]);
  });

  it('parks an event that it cannot handle, with all later ones of that instance', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'ToyBroke');
    await bench.fact('toy-a', 'BallThrown', { n: 1 });
    await bench.fact('toy-b', 'BallThrown', { n: 2 });
    await bench.turn();
    expect(await bench.effects()).toStrictEqual([`glove-b BallCaught 2 at ${start}`]);
    expect(bench.alerts).toStrictEqual(['catcher a: the toy broke']);
    expect(bench.db.all('SELECT instance, position, problem FROM parked')).toStrictEqual([
      { instance: 'a', position: '1', problem: 'catcher a: the toy broke' },
      { instance: 'a', position: '2', problem: 'an earlier event is parked' },
    ]);
    expect(bench.counts()).toMatchObject({ waiting: 0, parkedEvents: 2 });
  });

  it('ends a chain of commands that cause one another after 32, and does not take it up again', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'EchoBegan');
    await bench.fact('glove-a', 'GloveCooled');
    await bench.fact('toy-a', 'BallThrown', { n: 1 });
    await bench.turn();
    expect(await bench.effects()).toHaveLength(32);
    expect(bench.alerts).toStrictEqual(['catcher a: CatchBall is 33 commands away from what a person did']);
    await bench.turn();
    expect(await bench.effects()).toHaveLength(32);
    bench.wipe();
    await bench.turn();
    expect(await bench.effects()).toHaveLength(32);
    expect(bench.counts()).toMatchObject({ parkedEffects: 1 });
  });

  it('stops when another runner writes the same file', async () => {
    const bench = new Bench();
    const [one, other] = [bench.work(), bench.work()];
    await bench.fact('toy-a', 'BallThrown', { n: 1 });
    await bench.turn(one);
    await expect(bench.turn(other)).rejects.toThrow('another runner writes these processes');
    expect(await bench.effects()).toHaveLength(1);
  });

  it('gives nothing before the head that was seen at the start has been read', async () => {
    const bench = new Bench();
    await bench.fact('toy-a', 'AlarmSet', { name: 'tea', at: at('08:00') });
    for (let n = 0; n < 600; n += 1) await bench.fact('other-x', 'OtherThing');
    await bench.fact('toy-a', 'AlarmDropped', { name: 'tea' });
    expect(await bench.turn()).toBe(true);
    expect(await bench.effects()).toStrictEqual([]);
    const short: EventStore = {
      ...bench.store,
      readAll: ({ after } = {}) =>
        bench.store.readAll({ maxCount: after === 'start' ? 10 : 1, after: after === 'start' ? 'start' : 'end' }),
      head: () => bench.store.head(),
    };
    bench.wipe();
    await expect(bench.turn(bench.work(bench.db, short))).rejects.toThrow('ended before the head');
    expect(await bench.effects()).toStrictEqual([]);
  });
});
