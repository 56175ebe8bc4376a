import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { signerAt, startSealer } from '../../libs/ledger/src/index.ts';
import type { SealerWork } from './sealer.ts';

// Seals beside the service: its own connection, its own thread; no command waits for it.
const { events, folder, signer: signerFolder, origin } = workerData as SealerWork;
const store = openSqliteEventStore(events);
const signer = signerAt({ origin, folder: signerFolder, tiles: folder });
const sealer = startSealer({
  store,
  folder,
  signer,
  onUnavailable: ({ message }) => {
    parentPort?.postMessage(message);
  },
});

parentPort?.once('message', () => {
  void sealer.stop();
});
const reason = await sealer.ended;
await signer.stop();
await store.close();
parentPort?.close();
// A ledger that is sealed no further ends the thread with its reason, which the service tells.
if (reason !== null) throw reason;
