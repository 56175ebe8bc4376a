import { parentPort, workerData } from 'node:worker_threads';
import { openStoreAt } from './open-store.ts';
import { cosigningBy, parsePolicy, signerAt, startSealer } from '../../libs/ledger/src/index.ts';
import type { SealerWork } from './sealer.ts';

// Seals beside the service: its own connection, its own thread; no command waits for it.
const { events, folder, signer: signerFolder, origin, policy: policyText } = workerData as SealerWork;
const store = openStoreAt(events);
const signer = signerAt({ origin, folder: signerFolder, tiles: folder });
const policy = policyText === null ? null : parsePolicy(policyText);
const onRefusal = (witness: string, reason: string): void => {
  parentPort?.postMessage(`the witness ${witness} did not cosign: ${reason}`);
};
const cosign = policy === null || 'why' in policy ? null : cosigningBy({ policy, folder, onRefusal });
const sealer = startSealer({
  store,
  origin,
  folder,
  signer,
  ...(cosign === null ? {} : { cosign }),
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
