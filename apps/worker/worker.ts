import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Environment } from '../../libs/application/src/index.ts';
import { startShippedProcesses, type ProcessRunner } from '../../libs/process-managers/src/index.ts';

/** What works beside the answering of requests: processes and their timers. One per data folder; two on one record are harmless. */
export const startWorker = (
  dataDir: string,
  { store, clock, env, log }: Pick<Environment, 'store' | 'clock'> & { readonly env: () => Environment; readonly log: Logger },
): ProcessRunner => {
  const alert = (problem: string): void => {
    log.error({ problem }, 'a process needs a person');
  };
  return startShippedProcesses({ store, clock, env, alert }, join(dataDir, 'process.db'));
};
