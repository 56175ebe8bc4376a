import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type Environment } from '../../../libs/application/src/index.ts';
import { nextOrigin } from '../../../libs/domain/src/index.ts';
import { isLedgered } from '../../../libs/event-store/src/index.ts';
import {
  lastSignedFile,
  leafOf,
  ledgerFolder,
  logVerifierKey,
  makeKey,
  parseCheckpoint,
  readKeys,
  readLastSigned,
  RightEdge,
  sameHash,
  sha256Tree,
  TileReader,
  type TreeHash,
} from '../../../libs/ledger/src/index.ts';
import { CannotStart, holdDataDir } from '../../standalone/data-dir.ts';
import { ledgerState } from '../../standalone/opening.ts';
import { operatorContext, withRecord } from '../open-record.ts';
import { ledgerIn, publishedCheckpoint, signedEntries, signerIn, storedSize } from './files.ts';
import { settled } from './rotate.ts';

/** A tree that was signed. */
interface SignedTree {
  readonly size: number;
  readonly root: TreeHash;
}

/** What the former origin had signed last, and how many entries are left of it. */
interface Loss {
  readonly signedSize: number;
  readonly signedRoot: string;
  readonly keptSize: number;
}

const retainedIn = (path: string | null) => {
  if (path === null) return null;
  const checkpoint = existsSync(path) ? parseCheckpoint(readFileSync(path)) : null;
  if (checkpoint === null) throw new CannotStart(`${path} is not a checkpoint.`, { exitCode: 60 });
  return checkpoint;
};

/** How many of the first entries the record still has as they were signed, by the files of the former origin. */
const keptOf = async (env: Environment, dataDir: string, signed: SignedTree): Promise<number> => {
  const files = new TileReader(ledgerFolder(ledgerIn(dataDir)), sha256Tree, signed.size, Math.max(signed.size, storedSize(dataDir)));
  const entries = signedEntries(files, signed.root);
  const edge = new RightEdge(sha256Tree);
  let kept = 0;
  for await (const event of env.store.readAll()) {
    if (!isLedgered(event.streamId)) continue;
    const leaf = leafOf(event, edge.size);
    edge.append(sha256Tree.leaf(leaf));
    if (kept === edge.size - 1 && entries?.(kept)?.equals(leaf) === true) kept += 1;
    if (edge.size === signed.size) break;
  }
  return edge.size === signed.size && sameHash(edge.root(), signed.root) ? signed.size : Math.min(kept, signed.size - 1);
};

/** What was signed last, by whatever still says so: the signer's record, the published checkpoint, one that somebody kept. */
const signedLast = (dataDir: string, retained: string | null): SignedTree => {
  const known = [readLastSigned(join(signerIn(dataDir), lastSignedFile)), publishedCheckpoint(dataDir), retainedIn(retained)];
  const [largest] = known.filter((one) => one !== null).sort((a, b) => b.size - a.size);
  if (largest === undefined)
    throw new CannotStart('Nothing here says what was signed last: name a checkpoint that somebody kept with --retained FILE.', {
      exitCode: 64,
    });
  return largest;
};

const lossOf = async (env: Environment, dataDir: string, retained: string | null): Promise<Loss> => {
  const signed = signedLast(dataDir, retained);
  return {
    signedSize: signed.size,
    signedRoot: Buffer.from(signed.root).toString('base64'),
    keptSize: await keptOf(env, dataDir, signed),
  };
};

/** The newest key in force, under the name of the next origin; a new one when the former was lost with its folder. */
const keyFor = (dataDir: string, former: { readonly origin: string; readonly keys: readonly string[] }, origin: string): string => {
  const folder = signerIn(dataDir);
  const held = existsSync(folder) ? readKeys(folder) : [];
  const newest = held.find((key) => logVerifierKey(former.origin, key) === former.keys.at(-1));
  return newest === undefined ? makeKey(folder, `key-${randomUUID()}.pem`, origin) : logVerifierKey(origin, newest);
};

/** The former origin's files are evidence: they are put aside, never thrown away. */
const putAside = (dataDir: string, formerOrigin: string): void => {
  const mark = formerOrigin.split('/').slice(2).join('-');
  const [record, files] = [join(signerIn(dataDir), lastSignedFile), ledgerIn(dataDir)];
  if (existsSync(record)) renameSync(record, join(signerIn(dataDir), `last-signed.${mark}.json`));
  const aside = join(dataDir, `ledger.${mark}`);
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(files)) renameSync(files, aside);
};

/**
 * Declares that signed entries were lost, after a restore of an older state: the record goes on as another log, of another origin, and
 * says so for ever. Needed because the signer signs nothing that does not continue what it signed.
 *
 * @param reason  why entries were lost, for the record
 * @param retained  a checkpoint that somebody kept, when the signer's own record was lost too; null for none
 * @returns sentences for the operator
 * @throws CannotStart 64 without a reason, 65 when nothing is lost, 66 without a record, 75 while somebody serves it
 */
export const reopenLedger = async (
  dataDir: string,
  { reason, retained }: { readonly reason: string; readonly retained: string | null },
): Promise<readonly string[]> => {
  if (reason.trim() === '') throw new CannotStart('--reason TEXT is needed: the record says it for ever.', { exitCode: 64 });
  const lock = holdDataDir(dataDir);
  try {
    return await withRecord(dataDir, async (env) => {
      const state = await ledgerState(env.store);
      if (state.status === 'unopened') throw new CannotStart('The record has no ledger.', { exitCode: 66 });
      const loss = await lossOf(env, dataDir, retained);
      const origin = nextOrigin(state.origin);
      const vkey = keyFor(dataDir, state, origin);
      settled(await commands.reopenLedger.run(env, { origin, vkey, reason, ...loss }, operatorContext()));
      putAside(dataDir, state.origin);
      return [
        `${state.origin} had signed ${loss.signedSize} entries, ${loss.keptSize} are left. From here on it is another log:`,
        `log ${vkey}`,
        'Nothing that was signed before covers it; publish why.',
      ];
    });
  } finally {
    lock.release();
  }
};
