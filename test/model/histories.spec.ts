import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { upcasters } from '../../libs/application/src/index.ts';
import { digestTables, openReadModelsOf, shippedProjections, startProjections } from '../../libs/projections/src/index.ts';
import type { TestApplication } from '../support/application.ts';
import { drawsFrom, type Draw } from './draw.ts';
import { Watch } from './invariants.ts';
import { attempt } from './play.ts';
import { members, openWorld } from './world.ts';

const [histories, seed] = [Number(process.env['HISTORIES'] ?? 40), Number(process.env['SEED'] ?? 20150331)];

/** Commands that were recorded, refusals by their code: a run that tries nothing proves nothing. */
const seen = { done: new Map<string, number>(), refused: new Map<string, number>() };
const count = (counted: Map<string, number>, name: string): void => void counted.set(name, (counted.get(name) ?? 0) + 1);

const rebuilt = async ({ env }: TestApplication): Promise<Readonly<Record<string, string>>> => {
  const db = openReadModelsOf(':memory:', shippedProjections);
  const runner = startProjections({ store: env.store, db, projections: shippedProjections, upcasters });
  await runner.caughtUp;
  const digests = digestTables(db);
  await runner.stop();
  db.close();
  return digests;
};

/** Passes time: minutes, now and then days, so that deadlines pass too. */
const walk = async (application: TestApplication, draw: Draw): Promise<void> => {
  const minutes = draw.once(14) ? 1_440 * (1 + draw.below(9)) : 1 + draw.below(50);
  await application.walkTo(new Date(Date.parse(application.env.clock.now()) + minutes * 60_000).toISOString());
};

const play = async (draw: Draw, steps: number): Promise<void> => {
  const application = await openWorld();
  try {
    const watch = new Watch(application, members[draw.below(members.length)] ?? 'KE');
    await watch.begin();
    for (let step = 0; step < steps; step += 1) {
      await walk(application, draw);
      const tried = await attempt(application, watch.facts, draw);
      await watch.after(tried);
      if (tried?.outcome.kind === 'done') count(seen.done, tried.act.command);
      if (tried?.outcome.kind === 'refused') count(seen.refused, tried.outcome.rejection.code);
    }
    watch.finish();
    const { db, anew } = { db: digestTables(application.env.read), anew: await rebuilt(application) };
    expect(anew).toStrictEqual(db);
  } finally {
    await application.close();
  }
};

describe('histories that people might make', () => {
  it(`keep every rule after every step, and read models built anew are those that followed: ${histories} of them, seed ${seed}`, async () => {
    const begun = Date.now();
    let played = 0;
    // A history that breaks a rule is made shorter until it no longer does.
    const property = fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 90 }), async (history, steps) => {
      await play(drawsFrom(history), steps);
      played += 1;
      if (histories > 100 && played % 100 === 0)
        process.stdout.write(`${played}/${histories} histories, ${Math.round((Date.now() - begun) / 1_000)} s\n`);
    });
    await fc.assert(property, { numRuns: histories, seed });
    if (process.env['SHOW'] === 'yes')
      process.stdout.write(
        `${JSON.stringify({ recorded: Object.fromEntries([...seen.done].sort()), refused: Object.fromEntries([...seen.refused].sort()) }, null, 1)}\n`,
      );
    expect(seen.done.size).toBeGreaterThan(histories >= 1_000 ? 45 : 20);
  }, 100_000_000);
});
