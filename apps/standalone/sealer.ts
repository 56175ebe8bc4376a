import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkpointFile, ledgerFolder, parsePolicy } from '../../libs/ledger/src/index.ts';
import type { SealedLedger } from '../../libs/application/src/index.ts';
import { CannotStart } from './data-dir.ts';
import type { RecordPlace } from './open-store.ts';

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
  /** Text of the policy whose witnesses cosign; null for none. */
  readonly policy: string | null;
}

/** The policy in a file. @throws CannotStart when it is none: a ledger that waits for witnesses nobody named is never published */
const policyIn = (path: string): string => {
  if (!existsSync(path)) throw new CannotStart(`WITNESS_POLICY: there is no ${path}.`, { exitCode: 78 });
  const text = readFileSync(path, 'utf8');
  const policy = parsePolicy(text);
  if ('why' in policy) throw new CannotStart(`WITNESS_POLICY: line ${policy.line}, ${policy.why}.`, { exitCode: 78 });
  return text;
};

const readIfThere = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);

/**
 * Starts the thread that seals a record; the tiles stand in the data folder.
 *
 * @param policy  file of the witnesses who cosign before anything is published; null for none
 * @param tellFault  when it seals no further, the signer is away, or a witness does not cosign
 * @throws CannotStart for a policy that is none
 */
export const keepLedger = (
  { dataDir, events }: RecordPlace,
  origin: string,
  policy: string | null,
  tellFault: (e: Error) => void,
): KeptLedger => {
  const folder = join(dataDir, 'ledger');
  const workerData: SealerWork = {
    events,
    folder,
    signer: join(dataDir, 'signer'),
    origin,
    policy: policy === null ? null : policyIn(policy),
  };
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
  const ledger: SealedLedger = {
    origin,
    file: ledgerFolder(folder),
    checkpoint: () => readIfThere(join(folder, checkpointFile)),
    fault: () => fault,
  };
  const stop = async (): Promise<void> => {
    thread.postMessage('end');
    await ended;
  };
  return { ledger, stop };
};
