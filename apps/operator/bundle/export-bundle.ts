import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, upcasters } from '../../../libs/application/src/index.ts';
import { openMemoryEventStore } from '../../../libs/event-store/src/adapters/memory/index.ts';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import type { EventStore } from '../../../libs/event-store/src/index.ts';
import {
  BundleFolder,
  bundleFiles,
  bundleGuide,
  checkpointFile,
  collectLog,
  formatSubmission,
  formatAbout,
  ledgerFolder,
  MissingTile,
  parseCheckpoint,
  parseVerifierKey,
  proveConsistency,
  sameHash,
  sha256Tree,
  signerAt,
  TileReader,
  WantedFiles,
  type BundleCut,
  type BundledEvent,
  type Checkpoint,
} from '../../../libs/ledger/src/index.ts';
import { Replay } from '../../../libs/projections/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { vkeysOf } from '../ledger/record-keys.ts';
import { storeIn } from '../maintain.ts';
import { addNamedFiles } from './named-files.ts';
import { addProofs, Visible } from './proofs.ts';

/** Which bundle is wanted. */
export interface BundleWish {
  readonly cut: BundleCut;
  /** Whose, of a Member's; null for the others. */
  readonly member: string | null;
  readonly path: string;
  /** A checkpoint that somebody kept, which the bundle proves that it continues; null for none. */
  readonly since?: string | null;
}

const progressEvery = 10_000;

/** The checkpoint that the bundle is about: the one an interrupted export began with, otherwise the one that is published now. */
const checkpointFor = (dataDir: string, folder: BundleFolder): Checkpoint => {
  const bytes = folder.holds(bundleFiles.checkpoint)
    ? folder.read(bundleFiles.checkpoint)
    : ledgerFolder(join(dataDir, 'ledger'))(checkpointFile);
  const checkpoint = bytes === null ? null : parseCheckpoint(bytes);
  if (bytes === null || checkpoint === null)
    throw new CannotStart('Nothing is sealed yet: start the service once, and let it seal what is recorded.', { exitCode: 66 });
  folder.add(bundleFiles.checkpoint, () => bytes);
  return checkpoint;
};

/** @throws CannotStart 60 when the file is no checkpoint */
const keptAt = (path: string): { readonly bytes: Buffer; readonly kept: Checkpoint } => {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const kept = parseCheckpoint(bytes);
  if (kept === null || kept.size === 0) throw new CannotStart(`${path} is not a checkpoint.`, { exitCode: 60 });
  return { bytes, kept };
};

/** Proves that the log continues a checkpoint that somebody kept. @throws CannotStart 30 when it does not, 60 when the file is none */
const addContinuity = (dataDir: string, folder: BundleFolder, { size, origin }: Checkpoint, path: string): void => {
  const { bytes, kept } = keptAt(path);
  const tiles = ledgerFolder(join(dataDir, 'ledger'));
  const tree = new TileReader(tiles, sha256Tree, size, Math.max(size, Number(tiles('size')?.toString('utf8') ?? size)));
  if (kept.size > size || kept.origin !== origin || !sameHash(tree.rootOf(0, kept.size), kept.root))
    throw new CannotStart(`The ledger does not continue ${path}.`, { exitCode: 30 });
  const proof = proveConsistency(tree.rootOf, kept.size, size);
  folder.add(bundleFiles.previous, () => bytes);
  folder.add(bundleFiles.consistency, () => formatSubmission(kept.size, proof, folder.read(bundleFiles.checkpoint)));
};

interface Making {
  readonly dataDir: string;
  readonly store: EventStore;
  readonly folder: BundleFolder;
  readonly checkpoint: Checkpoint;
  readonly tell: (line: string) => void;
}

/** Tells how far it is, now and then. */
const counting =
  ({ checkpoint, tell }: Making, work: (event: BundledEvent) => Promise<void> | void) =>
  async (event: BundledEvent): Promise<void> => {
    await work(event);
    if ((event.n + 1) % progressEvery === 0) tell(`${event.n + 1} of ${checkpoint.size} entries`);
  };

/** Everything: the whole log, what its read models hold after a replay, the files and procedures that it names. */
const addWholeLog = async (making: Making): Promise<WantedFiles> => {
  const { store, folder, checkpoint, tell } = making;
  const [wanted, replay] = [new WantedFiles(), new Replay(openMemoryEventStore(), upcasters)];
  const follow = async (event: BundledEvent): Promise<void> => {
    wanted.learn(event);
    await replay.add(event);
  };
  const { root, size, uncovered } = await collectLog(store.readAll(), checkpoint.size, folder, counting(making, follow));
  if (size !== checkpoint.size || !sameHash(root, checkpoint.root))
    throw new CannotStart('The record is not what was signed of it: run operator ledger verify.', { exitCode: 10 });
  if (uncovered !== null)
    throw new CannotStart(`The erasure of ${uncovered} is not sealed yet, or not on record: start the service once, then run it again.`, {
      exitCode: 75,
    });
  tell('replaying');
  const tables = await replay.finish();
  if (tables === null) throw new CannotStart('A read model cannot follow this record: run operator rebuild --prove.', { exitCode: 50 });
  folder.add(bundleFiles.expected, () => Buffer.from(`${canonicalJson({ size, tables })}\n`, 'utf8'));
  return wanted;
};

/** What a Member, or anybody, may see: each event with its proof. */
const addVisible = async (making: Making, member: string | null): Promise<WantedFiles> => {
  const visible = new Visible(member);
  for await (const event of making.store.readAll()) visible.learn(event);
  try {
    return await addProofs({ ...making, visible });
  } catch (error) {
    if (!(error instanceof MissingTile)) throw error;
    throw new CannotStart('The ledger has grown meanwhile: run it again, what is written stays.', { exitCode: 75 });
  }
};

/** The keys that signed the checkpoint sign what is said about it. */
const keysOf = async (store: EventStore, { origin, note }: Checkpoint): Promise<readonly string[]> =>
  (await vkeysOf(store)).filter((vkey) => {
    const key = parseVerifierKey(vkey);
    return note.signatures.some(({ name, id }) => name === origin && name === key?.name && id === key.id);
  });

const signed = async ({ dataDir, store, folder, checkpoint }: Making): Promise<void> => {
  const tiles = join(dataDir, 'ledger');
  const signer = signerAt({ origin: checkpoint.origin, folder: join(dataDir, 'signer'), tiles });
  try {
    const answer = await signer.signBundle(folder.seal(), await keysOf(store, checkpoint));
    if ('refused' in answer) throw new CannotStart(`The signer refused: ${answer.refused}.`, { exitCode: 70 });
    folder.sign(answer.note);
  } finally {
    await signer.stop();
  }
};

/**
 * Writes an evidence bundle of what is sealed, while the service may go on. What an interrupted export wrote beside the file is gone on
 * with; the same checkpoint gives the same bytes.
 *
 * @returns one sentence
 * @throws CannotStart 10 when the record is not what was signed, 50 when it cannot be replayed, 66 without a record or a checkpoint, 73
 *   when the file is there already
 */
export const exportBundle = async (
  dataDir: string,
  { cut, member, path, since = null }: BundleWish,
  tell: (line: string) => void,
): Promise<string> => {
  if (existsSync(path)) throw new CannotStart(`${path} is there already.`, { exitCode: 73 });
  const parts = `${path}.parts`;
  const folder = new BundleFolder(parts);
  const store = openSqliteEventStore(storeIn(dataDir));
  try {
    const checkpoint = checkpointFor(dataDir, folder);
    if (since !== null) addContinuity(dataDir, folder, checkpoint, since);
    const making = { dataDir, store, folder, checkpoint, tell };
    folder.add(bundleFiles.guide, () => Buffer.from(bundleGuide, 'utf8'));
    const about = { form: 'rapporteur-bundle/1', cut, member, origin: checkpoint.origin, size: checkpoint.size } as const;
    folder.add(bundleFiles.about, () => formatAbout(about));
    const wanted = cut === 'auditor' ? await addWholeLog(making) : await addVisible(making, member);
    await addNamedFiles(making, wanted, cut === 'auditor');
    await signed(making);
    await folder.pack(path);
    rmSync(parts, { recursive: true });
    return `${path}: ${folder.sums.size + 2} files about the first ${checkpoint.size} entries of ${checkpoint.origin}.`;
  } finally {
    await store.close();
  }
};
