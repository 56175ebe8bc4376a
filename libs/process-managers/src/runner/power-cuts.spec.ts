import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, Instant } from '../../../domain/src/index.ts';
import type { EventStore } from '../../../event-store/src/index.ts';
import type { ReadModelFile } from '../../../projections/src/index.ts';
import { chanceOf } from '../../../../test/support/chance.ts';
import { at, Bench, processes } from '../../../../test/support/process-bench.ts';
import { openProcessFile } from './process-file.ts';
import type { CommandPort } from './process.port.ts';
import { ProcessWork } from './process-work.ts';

/** Breaks at the nth thing that is done, and stays broken. */
class Fuse {
  #left: number;
  constructor(left: number) {
    this.#left = left;
  }
  isBlown = (): boolean => this.#left <= 0;
  burn = (): void => {
    this.#left -= 1;
    if (this.isBlown()) throw new Error('power cut');
  };
}

const wired = (bench: Bench, fuse: Fuse): { readonly db: ReadModelFile; readonly store: EventStore; readonly port: CommandPort } => {
  const both = async <T>(work: () => Promise<T>): Promise<T> => {
    fuse.burn();
    const result = await work();
    fuse.burn();
    return result;
  };
  const { db, store, port } = bench;
  return {
    db: {
      ...db,
      transaction: (work) => {
        fuse.burn();
        const result = db.transaction(() => {
          const made = work();
          fuse.burn();
          return made;
        });
        fuse.burn();
        return result;
      },
      run: (sql, ...cells) => {
        if (fuse.isBlown()) throw new Error('no power');
        db.run(sql, ...cells);
      },
    },
    store: { ...store, head: () => both(() => store.head()), readAll: (options) => store.readAll(options) },
    port: { ...port, give: (order) => both(() => port.give(order)), recordOutcome: (...args) => both(() => port.recordOutcome(...args)) },
  };
};

const script: readonly (readonly [stream: string, type: string, data?: object])[] = [
  ['toy-a', 'BallThrown', { n: 1 }],
  ['toy-a', 'BallThrown', { n: 5 }],
  ['toy-b', 'AlarmSet', { name: 'tea', at: at('16:00') }],
  ['toy-a', 'AlarmSet', { name: 'bed', at: at('15:00') }],
  ['toy-a', 'BallThrown', { n: 1 }],
  ['glove-a', 'GloveCooled'],
  ['glove-a', 'BallDropped', { n: 1 }],
  ['ledger-main', 'BusinessClockAdvanced', { to: at('15:30') }],
  ['toy-b', 'BallThrown', { n: 7 }],
  ['toy-b', 'AlarmDropped', { name: 'tea' }],
  ['toy-a', 'BallThrown', { n: 10 }],
  ['ledger-main', 'BusinessClockAdvanced', { to: at('20:00') }],
];

/** Plays the script with the power cut at the nth thing done. @returns the effects, and whether the power was cut */
const playCut = async (cutAt: number, afterCut: (bench: Bench) => void): Promise<{ effects: readonly string[]; cut: boolean }> => {
  const bench = new Bench();
  const fuse = new Fuse(cutAt);
  let work: ProcessWork | null = null;
  for (const [stream, type, data] of script) {
    await bench.fact(stream, type, data);
    if (!fuse.isBlown()) {
      const { db, store, port } = wired(bench, fuse);
      const parts = { store, db, port, processes, upcasters: {}, clock: bench.clock, machine: () => 0, alert: () => undefined };
      work ??= new ProcessWork(parts);
      await work
        .turn(() => true)
        .catch(() => {
          afterCut(bench);
        });
      if (!fuse.isBlown()) continue;
      work = bench.work();
    }
    await work?.turn(() => true);
  }
  return { effects: await bench.effects(), cut: fuse.isBlown() };
};

describe('a runner whose power is cut at any moment', () => {
  it.each([
    ['goes on from its file', () => undefined],
    [
      'goes on without its file',
      (bench: Bench) => {
        bench.wipe();
      },
    ],
  ] as const)('%s and gives every command once', async (_how, afterCut) => {
    const whole = await playCut(Number.POSITIVE_INFINITY, () => undefined);
    expect(whole.effects).toHaveLength(6);
    let cuts = 0;
    for (let cutAt = 1; ; cutAt += 1) {
      const { effects, cut } = await playCut(cutAt, afterCut);
      expect({ cutAt, effects }).toStrictEqual({ cutAt, effects: whole.effects });
      if (!cut) break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(70);
  });
});

/** A random fact of a small world. */
const anyFact = (chance: ReturnType<typeof chanceOf>, now: Instant): readonly [string, DomainEvent] => {
  const who = chance.pick(['a', 'b', 'c']);
  const later = new Date(Date.parse(now) + chance.below(600) * 60_000).toISOString() as Instant;
  const name = chance.pick(['tea', 'bed']);
  return chance.pick<readonly [string, DomainEvent]>([
    [`toy-${who}`, { type: 'BallThrown', data: { n: chance.below(12) } }],
    [`toy-${who}`, { type: 'AlarmSet', data: { name, at: later } }],
    [`toy-${who}`, { type: 'AlarmDropped', data: { name } }],
    [`glove-${who}`, { type: 'BallDropped', data: { n: chance.below(12) } }],
    [`glove-${who}`, { type: 'GloveCooled', data: {} }],
    ['ledger-main', { type: 'BusinessClockAdvanced', data: { to: later } }],
  ]);
};

/** Plays a random history. @param disturb  what happens after each step besides */
const playAny = async (seed: number, disturb: (bench: Bench, chance: ReturnType<typeof chanceOf>) => Promise<void>) => {
  const bench = new Bench();
  const [history, disturbance] = [chanceOf(seed), chanceOf(seed + 1_000_000)];
  for (let step = 0; step < 40; step += 1) {
    const [stream, fact] = anyFact(history, bench.clock.now());
    await bench.fact(stream, fact.type, fact.data);
    await disturb(bench, disturbance);
    await bench.turn();
  }
  return { effects: await bench.effects(), clock: bench.clock.now() };
};

describe('random histories', () => {
  const seeds = Array.from({ length: 60 }, (_seed, index) => index);

  it('come to the same when the file is wiped at random moments', async () => {
    for (const seed of seeds) {
      const plain = await playAny(seed, async () => Promise.resolve());
      const wiped = await playAny(seed, async (bench, chance) => {
        if (chance.below(4) === 0) bench.wipe();
        return Promise.resolve();
      });
      expect({ seed, ...wiped }).toStrictEqual({ seed, ...plain });
    }
  });

  it('come to the same when two runners with files of their own work at once', async () => {
    for (const seed of seeds) {
      const plain = await playAny(seed, async () => Promise.resolve());
      const second = openProcessFile(':memory:', processes);
      const doubled = await playAny(seed, async (bench, chance) => {
        if (chance.below(2) === 0) return;
        await Promise.all([bench.turn(bench.work(second)), bench.turn()]);
      });
      expect({ seed, effects: [...doubled.effects].sort() }).toStrictEqual({ seed, effects: [...plain.effects].sort() });
    }
  });
});
