// What a store file holds after a crash, compared with what clients were told.
import Sqlite from 'better-sqlite3';
import { openSqliteEventStore } from '../../../dist/libs/event-store/src/adapters/sqlite/index.js';

/**
 * Opens the file as the service would and looks at everything.
 *
 * @param acknowledged  numbers of the pairs that were acknowledged before the crash
 * @returns what is wrong: lost acknowledgements, torn or doubled pairs, damage; all empty when all is well
 */
export const inspect = async (file, acknowledged) => {
  const found = new Map();
  let store;
  try {
    store = openSqliteEventStore(file);
    for await (const event of store.readAll()) {
      const key = event.data.n;
      found.set(key, [...(found.get(key) ?? []), `${event.data.side}@${event.revision}`]);
    }
  } catch (error) {
    return { lost: acknowledged.length, torn: 0, damage: String(error), events: 0 };
  } finally {
    await store?.close();
  }
  const db = new Sqlite(file);
  const damage = db.pragma('integrity_check(1)', { simple: true });
  db.close();
  return {
    lost: acknowledged.filter((n) => !found.has(n)).length,
    torn: [...found.values()].filter((sides) => sides.join() !== 'x@0,y@1').length,
    damage: damage === 'ok' ? null : damage,
    events: found.size,
  };
};
