import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkpointFile, ledgerFolder } from '../../libs/ledger/src/index.ts';
import type { SealedLedger } from '../../libs/application/src/index.ts';

/** The ledger of one deployment, sealed by a thread of its own with the signer behind it. */
export interface KeptLedger {
  readonly ledger: SealedLedger;
  readonly stop: () => Promise<void>;
}

const program = import.meta.url.endsWith('.ts') ? './sealer.thread.ts' : './sealer.thread.js';

/** What the thread needs to know. */
export interface SealerWork {
  readonly events: string;
  readonly folder: string;
  readonly signer: string;
  readonly origin: string;
}

/** Starts the thread that seals the record in a data folder. @param tellFault  when it seals no further, or the signer is away */
export const keepLedger = (dataDir: string, origin: string, tellFault: (error: Error) => void): KeptLedger => {
  const folder = join(dataDir, 'ledger');
  const workerData: SealerWork = { events: join(dataDir, 'events.db'), folder, signer: join(dataDir, 'signer'), origin };
  const thread = new Worker(new URL(program, import.meta.url), { workerData });
  let fault: string | null = null;
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      resolve();
    });
  });
  thread.on('message', (away: string) => {
    tellFault(new Error(away));
  });
  thread.once('error', (error: Error) => {
    fault = error.message;
    tellFault(error);
  });
  const checkpoint = join(folder, checkpointFile);
  const ledger: SealedLedger = {
    origin,
    file: ledgerFolder(folder),
    checkpoint: () => (existsSync(checkpoint) ? readFileSync(checkpoint) : null),
    fault: () => fault,
  };
  const stop = async (): Promise<void> => {
    thread.postMessage('end');
    await ended;
  };
  return { ledger, stop };
};
