import { parentPort, workerData } from 'node:worker_threads';
import { upcasters } from '../../libs/application/src/upcasters.ts';
import { openStoreAt } from './open-store.ts';
import {
  buildVersion,
  readModelSet,
  rowHistorySet,
  shippedProjections,
  type SetName,
  type Troubles,
} from '../../libs/projections/src/index.ts';

// Builds one version of a set beside the service: its own connections, its own thread. The first message interrupts it.
const { events, name, path, tolerated } = workerData as {
  readonly events: string;
  readonly name: SetName;
  readonly path: string;
  readonly tolerated: Troubles;
};
const set = { 'read-models': readModelSet, 'row-history': rowHistorySet }[name](shippedProjections);
const store = openStoreAt(events);
const interrupting = new AbortController();
parentPort?.once('message', () => {
  interrupting.abort();
});
const end = await buildVersion({
  store,
  set,
  path,
  upcasters,
  signal: interrupting.signal,
  tolerated,
  tell: (progress) => {
    parentPort?.postMessage({ progress });
  },
});
await store.close();
parentPort?.postMessage({ end });
parentPort?.close();
