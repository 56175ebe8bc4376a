import { parentPort, workerData } from 'node:worker_threads';
import { upcasters } from '../../libs/application/src/upcasters.ts';
import { openStoreAt } from './open-store.ts';
import { rowHistorySet, shippedProjections, startProjections } from '../../libs/projections/src/index.ts';

// Keeps past rows beside the service: its own connections, its own thread, nothing that a reader or writer waits for.
const { events, history } = workerData as { readonly events: string; readonly history: string };
const set = rowHistorySet(shippedProjections);
const store = openStoreAt(events);
const file = set.open(history);
const runner = startProjections({ store, db: file, projections: set.projections, upcasters });
const tell = (): void => {
  parentPort?.postMessage(runner.standing());
};
tell();
const telling = setInterval(tell, 500);

const end = async (): Promise<void> => {
  clearInterval(telling);
  await runner.stop();
  await store.close();
  file.close();
};

const { promise: asked, resolve: ask } = Promise.withResolvers<undefined>();
parentPort?.once('message', () => {
  ask(undefined);
});
const fault = await Promise.race([asked, runner.faulted]);
await end();
parentPort?.close();
// A runner that failed ends the thread with its reason, which the service tells.
if (fault !== undefined) throw new Error(fault);
