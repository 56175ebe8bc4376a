import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isLedgered, type EventStore } from '../../../libs/event-store/src/index.ts';
import {
  checkpointFile,
  ErasureCover,
  leafOf,
  LogKeys,
  MissingTile,
  parseCheckpoint,
  sameHash,
  TileFolder,
  tileWidth,
  type TileReader,
  type Checkpoint,
  type TreeHash,
} from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

/** Folder of the ledger's files, and of the signer's, in a data folder. */
export const ledgerIn = (dataDir: string): string => join(dataDir, 'ledger');
export const signerIn = (dataDir: string): string => join(dataDir, 'signer');

/** The published checkpoint; null before the first. @throws CannotStart 10 when the file is none */
export const publishedCheckpoint = (dataDir: string): Checkpoint | null => {
  const path = join(ledgerIn(dataDir), checkpointFile);
  if (!existsSync(path)) return null;
  const checkpoint = parseCheckpoint(readFileSync(path));
  if (checkpoint === null) throw new CannotStart(`${path} is not a checkpoint.`, { exitCode: 10 });
  return checkpoint;
};

/** How many entries the ledger's files hold; 0 when there are none. */
export const storedSize = (dataDir: string): number => {
  const path = join(ledgerIn(dataDir), 'size');
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
};

/** The entries of a signed tree by their place, from files that have its root; null when the files are gone or are others. */
export const signedEntries = (files: TileReader, root: TreeHash): ((n: number) => Buffer | undefined) | null => {
  try {
    if (!sameHash(files.root(), root)) return null;
    return (n) => files.entries(Math.floor(n / tileWidth))[n % tileWidth];
  } catch (error) {
    if (error instanceof MissingTile) return null;
    throw error;
  }
};

/** What a log gives when its ledger is derived anew. */
export interface Derived {
  /** Ledgered events of the whole log. */
  readonly recorded: number;
  /** Root over the first entries; null when the log has not as many. */
  readonly rootAt: (size: number) => TreeHash | null;
  readonly keys: LogKeys;
}

const progressEvery = 100_000;

/**
 * Derives the ledger of a log into a new folder.
 *
 * @param upTo  how many entries the files hold; fewer when the log has not as many
 * @param sizes  sizes whose roots are asked for afterwards
 */
export const deriveInto = async (
  store: EventStore,
  folder: string,
  { upTo, sizes, tell }: { readonly upTo: number; readonly sizes: readonly number[]; readonly tell: (line: string) => void },
): Promise<Derived> => {
  const tiles = new TileFolder(folder);
  const roots = new Map<number, TreeHash>();
  const [keys, cover] = [new LogKeys(), new ErasureCover()];
  let recorded = 0;
  for await (const event of store.readAll()) {
    if (!isLedgered(event.streamId)) continue;
    cover.learn(event, recorded);
    keys.learn(event);
    if (recorded < upTo) tiles.append(leafOf(event, recorded));
    recorded += 1;
    if (sizes.includes(recorded) && recorded <= upTo) roots.set(recorded, tiles.root());
    if (recorded % progressEvery === 0) tell(`${recorded} entries derived`);
  }
  tiles.flush();
  const uncovered = cover.uncovered();
  if (uncovered !== null) throw new CannotStart(`Content is missing that nobody decided to erase: ${uncovered.event}.`, { exitCode: 10 });
  return { recorded, rootAt: (size) => roots.get(size) ?? null, keys };
};

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : [];

/** How the files of one folder differ from those of another: one sentence each. */
export const differingFiles = (found: string, expected: string): readonly string[] => {
  const [there, wanted] = [filesIn(found), filesIn(expected)];
  const missing = wanted.filter((name) => !there.includes(name)).map((name) => `tile/${name} is missing`);
  const foreign = there.filter((name) => !wanted.includes(name)).map((name) => `tile/${name} belongs to no tree of this size`);
  const altered = wanted
    .filter((name) => there.includes(name) && !readFileSync(join(found, name)).equals(readFileSync(join(expected, name))))
    .map((name) => `tile/${name} is not what the log gives`);
  return [...missing, ...altered, ...foreign];
};
