import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  areSignedBy,
  checkpointFile,
  ledgerFolder,
  parseCheckpoint,
  parsePolicy,
  sameHash,
  sha256Tree,
  TileReader,
  verifyCheckpoint,
  verifyLog,
  type Checkpoint,
  type Policy,
} from '../../../libs/ledger/src/index.ts';
import type { EventStore } from '../../../libs/event-store/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { vkeysOf } from './record-keys.ts';

/** What a check of the ledger is held against. */
export interface LedgerCheck {
  /** A policy file of the auditor's own; without it the key that the record itself names. */
  readonly policy: string | null;
  /** A checkpoint that the auditor kept from an earlier day. */
  readonly retained: string | null;
}

const fileAt = (path: string): Buffer => {
  if (!existsSync(path)) throw new CannotStart(`There is no ${path}.`, { exitCode: 60 });
  return readFileSync(path);
};

const policyFrom = (text: string): Policy => {
  const policy = parsePolicy(text);
  if ('why' in policy) throw new CannotStart(`The policy is none: line ${policy.line}, ${policy.why}.`, { exitCode: 60 });
  return policy;
};

const checkpointAt = (path: string): Checkpoint => {
  const checkpoint = parseCheckpoint(fileAt(path));
  if (checkpoint === null) throw new CannotStart(`${path} is not a checkpoint.`, { exitCode: 60 });
  return checkpoint;
};

const verified = (policy: Policy, checkpoint: Checkpoint, path: string): Checkpoint => {
  const verdict = verifyCheckpoint(policy, checkpoint);
  if (!verdict.good) throw new CannotStart(`${path}: ${verdict.why} (${verdict.name}).`, { exitCode: 20 });
  return checkpoint;
};

/** The history that was signed before has to be the beginning of today's. */
const checkRetained = (tree: TileReader, policy: Policy, path: string): void => {
  const retained = verified(policy, checkpointAt(path), path);
  if (retained.size > tree.size)
    throw new CannotStart(`The retained checkpoint covers ${retained.size} entries, the ledger has ${tree.size}: its tail was cut off.`, {
      exitCode: 30,
    });
  if (!sameHash(tree.rootOf(0, retained.size), retained.root))
    throw new CannotStart(`The ledger's first ${retained.size} entries are not those of the retained checkpoint: the history forks.`, {
      exitCode: 30,
    });
};

const progressEvery = 100_000;

const compared = async (store: EventStore, tree: TileReader, { root, size }: Checkpoint, tell: (line: string) => void) => {
  const verdict = await verifyLog(store.readAll(), tree, root, (done) => {
    if (done % progressEvery === 0) tell(`${done} of ${size} entries`);
  });
  if (!verdict.good) throw new CannotStart(`${verdict.why} at entry ${verdict.index}: ${verdict.event}.`, { exitCode: 10 });
  return verdict;
};

/**
 * Compares a record with its sealed ledger, event by event.
 *
 * @returns one sentence when all is well
 * @throws CannotStart with exit code 10 altered (names stream and revision), 20 signature, 30 fork or cut tail, 60 usage
 */
export const verifyLedger = async (
  dataDir: string,
  { policy: policyPath, retained }: LedgerCheck,
  tell: (line: string) => void,
): Promise<string> => {
  const store = openSqliteEventStore(fileInRecord(dataDir));
  try {
    const path = join(dataDir, 'ledger', checkpointFile);
    const checkpoint = checkpointAt(path);
    const size = Number(fileAt(join(dataDir, 'ledger', 'size')).toString('utf8'));
    const tree = new TileReader(ledgerFolder(join(dataDir, 'ledger')), sha256Tree, checkpoint.size, Math.max(size, checkpoint.size));
    const checkSigned = (policy: Policy): void => {
      verified(policy, checkpoint, path);
      if (retained !== null) checkRetained(tree, policy, retained);
    };
    if (policyPath !== null) checkSigned(policyFrom(fileAt(policyPath).toString('utf8')));
    const verdict = await compared(store, tree, checkpoint, tell);
    // What the record itself says of its keys is worth something only once it is known to be what was sealed.
    if (policyPath === null) checkSigned(policyFrom(`${(await vkeysOf(store)).map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`));
    if (!areSignedBy(verdict.keys, checkpoint.origin, checkpoint.note.signatures))
      throw new CannotStart('The checkpoint is not signed by the keys in force at its last entry.', { exitCode: 20 });
    const erased = verdict.erased === 0 ? '' : ` The content of ${verdict.erased} was erased as two persons decided.`;
    return `${verdict.entries} entries are what was signed, ${verdict.unsealed} wait to be sealed.${erased}`;
  } finally {
    await store.close();
  }
};

const fileInRecord = (dataDir: string): string => {
  const file = join(dataDir, 'events.db');
  if (!existsSync(file)) throw new CannotStart(`There is no record in ${dataDir}.`, { exitCode: 66 });
  return file;
};
