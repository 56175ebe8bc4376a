import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  lastSignedFile,
  parsePolicy,
  readLastSigned,
  sameHash,
  verifyCheckpoint,
  type Checkpoint,
  type LastSigned,
} from '../../../libs/ledger/src/index.ts';
import { CannotStart, holdDataDir } from '../../standalone/data-dir.ts';
import { storeIn } from '../maintain.ts';
import { deriveInto, differingFiles, ledgerIn, publishedCheckpoint, signerIn, storedSize, type Derived } from './files.ts';
import { vkeysOf } from './record-keys.ts';

/** What is signed has to be the beginning of what is recorded. */
const signedFault = (what: string, { size, root }: Checkpoint | LastSigned, derived: Derived): string | null => {
  if (size > derived.recorded)
    return `${what} covers ${size} entries, the record has ${derived.recorded}: signed entries were lost (operator ledger reopen)`;
  const found = derived.rootAt(size);
  return found !== null && sameHash(found, root) ? null : `${what} has another root over ${size} entries than the record gives`;
};

const checkpointFaults = (checkpoint: Checkpoint | null, derived: Derived, vkeys: readonly string[]): readonly string[] => {
  if (checkpoint === null) return ['there is no checkpoint yet'];
  const policy = parsePolicy(`${vkeys.map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`);
  const ours = {
    ...checkpoint,
    note: { ...checkpoint.note, signatures: checkpoint.note.signatures.filter(({ name }) => name === checkpoint.origin) },
  };
  const verdict = 'why' in policy ? { good: false, why: policy.why } : verifyCheckpoint(policy, ours);
  return [
    ...(verdict.good ? [] : ['the checkpoint is not signed by the keys that the record names']),
    ...[signedFault('the checkpoint', checkpoint, derived)].filter((fault) => fault !== null),
  ];
};

/** What was found, and whether deriving the files anew is all that is needed. */
interface Findings {
  readonly files: readonly string[];
  readonly signed: readonly string[];
  readonly entries: number;
}

const examine = async (dataDir: string, folder: string, tell: (line: string) => void): Promise<Findings> => {
  const store = openSqliteEventStore(storeIn(dataDir));
  try {
    const [checkpoint, last] = [publishedCheckpoint(dataDir), readLastSigned(join(signerIn(dataDir), lastSignedFile))];
    const sizes = [checkpoint?.size ?? 0, last?.size ?? 0];
    const upTo = Math.max(storedSize(dataDir), ...sizes);
    const derived = await deriveInto(store, folder, { upTo, sizes, tell });
    const files = differingFiles(join(ledgerIn(dataDir), 'tile'), join(folder, 'tile'));
    const signed = [
      ...checkpointFaults(checkpoint, derived, await vkeysOf(store)),
      ...(last === null ? [] : [signedFault('what the signer signed last', last, derived)].filter((fault) => fault !== null)),
    ];
    return { files, signed, entries: Math.min(upTo, derived.recorded) };
  } finally {
    await store.close();
  }
};

const mendFiles = (dataDir: string, folder: string): void => {
  rmSync(join(ledgerIn(dataDir), 'tile'), { recursive: true, force: true });
  renameSync(join(folder, 'tile'), join(ledgerIn(dataDir), 'tile'));
  renameSync(join(folder, 'size'), join(ledgerIn(dataDir), 'size'));
};

/**
 * Derives the whole ledger anew from the record and holds everything against it: every tile and entry file byte by byte, the published
 * checkpoint, the signer's own record. With `mend` it puts files in place that only had to be derived; what is signed it never touches.
 *
 * @returns one sentence when all is well, or was mended
 * @throws CannotStart 10 with what is wrong, line by line; 75 when somebody serves a record that is to be mended
 */
export const checkLedger = async (dataDir: string, mend: boolean, tell: (line: string) => void): Promise<string> => {
  const lock = mend ? holdDataDir(dataDir) : null;
  const folder = join(dataDir, 'ledger.check');
  rmSync(folder, { recursive: true, force: true });
  try {
    const { files, signed, entries } = await examine(dataDir, folder, tell);
    if (files.length === 0 && signed.length === 0) return `${entries} entries: files, checkpoint and signer agree with the record.`;
    if (signed.length > 0 || !mend) throw new CannotStart([...signed, ...files].join('\n'), { exitCode: 10 });
    mendFiles(dataDir, folder);
    return `${entries} entries: ${files.length} files were derived anew; checkpoint and signer agree with the record.`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    lock?.release();
  }
};
