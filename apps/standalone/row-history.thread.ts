import { parentPort, workerData } from 'node:worker_threads';
import { upcasters } from '../../libs/application/src/upcasters.ts';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { historyProjections, openRowHistory, shippedProjections, startProjections } from '../../libs/projections/src/index.ts';

// Keeps past rows beside the service: its own connections, its own thread, nothing that a reader or writer waits for.
const { events, history } = workerData as { readonly events: string; readonly history: string };
const store = openSqliteEventStore(events);
const file = openRowHistory(history, shippedProjections);
const runner = startProjections({ store, db: file, projections: historyProjections(shippedProjections), upcasters });
parentPort?.postMessage('open');

const end = async (): Promise<void> => {
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
// A projection that failed ends the thread with its reason, which the service tells.
if (fault !== undefined) throw new Error(fault);
