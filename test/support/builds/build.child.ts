// Builds one version of the shipped read models in a process of its own, which its parent may kill. argv: events, path, set.
import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { buildVersion, readModelSet, rowHistorySet, shippedProjections } from '../../../libs/projections/src/index.ts';

const [events = '', path = '', name = ''] = process.argv.slice(2);
const set = (name === 'row-history' ? rowHistorySet : readModelSet)(shippedProjections);
const store = openSqliteEventStore(events);
const end = await buildVersion({
  store,
  set,
  path,
  upcasters: {},
  signal: new AbortController().signal,
  tolerated: { stopped: [], parked: [] },
  tellEveryMs: 2,
  tell: (progress) => {
    writeSync(1, `${JSON.stringify(progress)}\n`);
  },
});
await store.close();
writeSync(1, `${JSON.stringify(end)}\n`);
