import { resolve } from 'node:path';
import { CannotStart } from '../../standalone/data-dir.ts';
import type { Arguments } from '../arguments.ts';
import { exportLedger } from './export.ts';
import { checkLedger } from './fsck.ts';
import { reopenLedger } from './reopen.ts';
import { retireLogKey, rotateLogKey } from './rotate.ts';
import { verifyLedger } from './verify.ts';

type Work = (dataDir: string, given: Arguments, tell: (line: string) => void) => Promise<readonly string[]>;

const work: Readonly<Record<string, Work>> = {
  verify: async (dataDir, { options: { policy = null, retained = null } }, tell) => [
    await verifyLedger(dataDir, { policy, retained }, tell),
  ],
  fsck: async (dataDir, { switches }, tell) => [await checkLedger(dataDir, switches.has('mend'), tell)],
  export: async (dataDir, { options: { out } }, tell) => {
    if (out === undefined) throw new CannotStart('--out FOLDER is needed.', { exitCode: 64 });
    return [await exportLedger(dataDir, resolve(out), tell)];
  },
  'rotate-key': (dataDir) => rotateLogKey(dataDir),
  'retire-key': (dataDir) => retireLogKey(dataDir),
  reopen: (dataDir, { options: { reason = '', retained = null } }) => reopenLedger(dataDir, { reason, retained }),
};

/** `operator ledger WORD`. @returns what to tell @throws CannotStart */
export const runLedger = (dataDir: string, word: string, given: Arguments, tell: (line: string) => void): Promise<readonly string[]> => {
  const chosen = Object.hasOwn(work, word) ? work[word] : undefined;
  if (chosen === undefined) throw new CannotStart(`operator ledger takes ${Object.keys(work).join(', ')}.`, { exitCode: 64 });
  return chosen(dataDir, given, tell);
};
