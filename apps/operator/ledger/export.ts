import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { checkpointFile, formatNote, sameHash } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { storeIn } from '../maintain.ts';
import { deriveInto, publishedCheckpoint } from './files.ts';

/**
 * Writes the ledger as a folder of files, entries included, as C2SP tlog-tiles lays it out: what any other verifier of such logs reads.
 * Derived anew from the record, up to the published checkpoint.
 *
 * @returns one sentence
 * @throws CannotStart 10 when the record is not what was signed, 66 before the first checkpoint, 73 when the folder is there
 */
export const exportLedger = async (dataDir: string, out: string, tell: (line: string) => void): Promise<string> => {
  if (existsSync(out)) throw new CannotStart(`${out} is there already.`, { exitCode: 73 });
  const checkpoint = publishedCheckpoint(dataDir);
  if (checkpoint === null) throw new CannotStart('Nothing is sealed yet.', { exitCode: 66 });
  const store = openSqliteEventStore(storeIn(dataDir));
  try {
    const derived = await deriveInto(store, out, { upTo: checkpoint.size, sizes: [checkpoint.size], tell });
    const root = derived.rootAt(checkpoint.size);
    if (root === null || !sameHash(root, checkpoint.root))
      throw new CannotStart('The record is not what was signed: run operator ledger verify.', { exitCode: 10 });
    writeFileSync(join(out, checkpointFile), formatNote(checkpoint.note.text, checkpoint.note.signatures));
    return `${out}: ${checkpoint.size} entries of ${checkpoint.origin}.`;
  } finally {
    await store.close();
  }
};
