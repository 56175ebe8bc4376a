import { describe, expect, it } from '@jest/globals';
import { bootApplication } from '../../../test/support/application.ts';
import { recordPublishedAgenda } from '../../../test/support/published.ts';
import { openMemoryEventStore } from '../../event-store/src/adapters/memory/index.ts';
import type { EventStore } from '../../event-store/src/index.ts';
import { differingTables, digestTables, openReadModelsOf, shippedProjections, startProjections, type Projection } from './index.ts';

const build = async (store: EventStore, projections: readonly Projection[]): Promise<Readonly<Record<string, string>>> => {
  const db = openReadModelsOf(':memory:', projections);
  const runner = startProjections({ store, db, projections, upcasters: {} });
  await runner.caughtUp;
  expect(runner.standing().stopped).toStrictEqual([]);
  const digests = digestTables(db);
  await runner.stop();
  db.close();
  return digests;
};

let drawn = 0;
/** Writes what is not in the event: another build writes something else. */
const careless: Projection = {
  name: 'careless',
  version: 1,
  tables: ['careless_call'],
  ddl: 'CREATE TABLE careless_call (call_id TEXT PRIMARY KEY, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;',
  handlers: {
    CallOpened: (tx, { data }) => {
      drawn += 1;
      tx.run('INSERT INTO careless_call VALUES (?, ?)', data.callId, drawn);
    },
  },
};

describe('two builds of one log', () => {
  it('that differ are caught, and the projection to blame is named', async () => {
    const store = openMemoryEventStore();
    const application = bootApplication('2015-02-10T12:00:00.000Z', store);
    await recordPublishedAgenda(application);
    const projections = [...shippedProjections, careless];
    const [first, second] = [await build(store, projections), await build(store, projections)];
    expect(differingTables(first, second, projections)).toStrictEqual(['careless_call (careless)']);
    await application.close();
  }, 60_000);

  it('are equal when every read model is built alone: none reads the tables of another', async () => {
    const store = openMemoryEventStore();
    const application = bootApplication('2015-02-10T12:00:00.000Z', store);
    await recordPublishedAgenda(application);
    const together = await build(store, shippedProjections);
    for (const projection of shippedProjections) {
      const alone = await build(store, [projection]);
      expect(projection.tables.filter((table) => alone[table] !== together[table])).toStrictEqual([]);
    }
    await application.close();
  }, 60_000);
});
