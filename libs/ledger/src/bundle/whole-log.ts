import { ErasureCover } from '../erasures.ts';
import { RightEdge, sameHash, tileWidth } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import { areSignedBy, LogKeys, type Checkpoint } from '../signed/index.ts';
import { bundlePath, tilePath } from '../tile-paths.ts';
import { entriesOf } from '../tiles.ts';
import { bundledEvent, type BundledEvent } from './entry.ts';
import { dataFile, ledgerFile } from './layout.ts';
import type { BundleReader } from './read-bundle.ts';
import { FaultFound } from './verdict.ts';

/** What following the whole log needs to know, and whom it tells. */
export interface LogToFollow {
  readonly bundle: BundleReader;
  readonly checkpoint: Checkpoint;
  /** Verified before; null when the auditor has none. */
  readonly retained: Checkpoint | null;
  readonly onEvent: (event: BundledEvent) => Promise<void> | void;
}

const fileOf = async (bundle: BundleReader, name: string): Promise<Buffer> => {
  const bytes = await bundle.read(name);
  if (bytes === null) throw new FaultFound('incomplete', 'proof', 'file_missing', name);
  return bytes;
};

/** Lines without their ends; one more than there are ends is a line that was cut off. */
const linesOf = (bytes: Buffer): readonly Buffer[] => {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    lines.push(bytes.subarray(at, end < 0 ? bytes.length : end));
    at = end < 0 ? bytes.length : end + 1;
  }
  return lines;
};

const entriesIn = (bytes: Buffer, name: string): readonly Buffer[] => {
  try {
    return entriesOf(bytes);
  } catch {
    throw new FaultFound('altered', 'proof', 'entries_cut_off', name);
  }
};

/** The log as it grows: its tree, its streams, and its files that are held against both. */
class Following {
  readonly #log: LogToFollow;
  readonly #edge = new RightEdge(sha256Tree);
  readonly #revisions = new Map<string, number>();
  readonly #cover = new ErasureCover();
  readonly #keys = new LogKeys();

  constructor(log: LogToFollow) {
    this.#log = log;
  }

  async bundle(index: number): Promise<void> {
    const { bundle, checkpoint } = this.#log;
    const width = Math.min(tileWidth, checkpoint.size - index * tileWidth);
    const [path, dataPath, tile] = [ledgerFile(bundlePath(index, width)), dataFile(index, width), ledgerFile(tilePath(0, index, width))];
    const entries = entriesIn(await fileOf(bundle, path), path);
    const lines = linesOf(await fileOf(bundle, dataPath));
    const hashes = await fileOf(bundle, tile);
    if (entries.length !== width) throw new FaultFound('altered', 'proof', 'entries_cut_off', path);
    if (lines.length !== width) throw new FaultFound('altered', 'proof', 'data_cut_off', dataPath);
    for (const [at, entry] of entries.entries()) await this.#entry(entry, lines[at] ?? entry, hashes.subarray(at * 32, at * 32 + 32));
  }

  async #entry(entry: Buffer, data: Buffer, hash: Buffer): Promise<void> {
    const n = this.#edge.size;
    const leaf = sha256Tree.leaf(entry);
    const event = bundledEvent(entry, data, n);
    const name = `${event.streamId}@${event.revision} (${event.type})`;
    if (!sameHash(leaf, hash)) throw new FaultFound('altered', 'proof', 'entry_altered', name);
    if (event.revision !== (this.#revisions.get(event.streamId) ?? 0)) throw new FaultFound('altered', 'proof', 'stream_broken', name);
    this.#revisions.set(event.streamId, event.revision + 1);
    for (const { level, index, hashes } of this.#edge.append(leaf)) await this.#tile(tilePath(level, index), Buffer.concat(hashes));
    this.#cover.learn(event, n);
    this.#keys.learn(event);
    this.#checkRetained();
    await this.#log.onEvent(event);
  }

  async #tile(path: string, hashes: Buffer): Promise<void> {
    const bytes = await fileOf(this.#log.bundle, ledgerFile(path));
    if (!bytes.equals(hashes)) throw new FaultFound('altered', 'proof', 'tile_altered', ledgerFile(path));
  }

  #checkRetained(): void {
    const { retained } = this.#log;
    if (retained?.size !== this.#edge.size || sameHash(this.#edge.root(), retained.root)) return;
    throw new FaultFound('fork', 'retained', 'history_forks', `the first ${retained.size} entries are not those that were retained`);
  }

  /** What does not fill a tile, and the root over everything. */
  async finish(): Promise<void> {
    for (const [level, hashes] of this.#edge.unfinished().entries()) {
      const index = Math.floor(this.#edge.size / tileWidth ** (level + 1));
      if (hashes.length > 0) await this.#tile(tilePath(level, index, hashes.length), Buffer.concat(hashes));
    }
    const { root, size, origin, note } = this.#log.checkpoint;
    if (!sameHash(this.#edge.root(), root))
      throw new FaultFound('altered', 'proof', 'root_differs', `the ${size} entries do not have the signed root`);
    // A record of ours names its key in its first entry.
    if (this.#keys.inForce.length > 0 && !areSignedBy(this.#keys.inForce, origin, note.signatures))
      throw new FaultFound('signature', 'quorum', 'keys_not_in_force', 'log/checkpoint');
    const uncovered = this.#cover.uncovered();
    if (uncovered !== null) throw new FaultFound('altered', 'proof', 'erasure_not_recorded', uncovered.event);
  }
}

/** Follows every entry of a bundle to the signed root. @throws FaultFound at the first entry or file that is wrong */
export const followWholeLog = async (log: LogToFollow): Promise<void> => {
  const { checkpoint, retained } = log;
  if (retained !== null && retained.size > checkpoint.size)
    throw new FaultFound('fork', 'retained', 'tail_cut_off', `${retained.size} entries were retained, the bundle has ${checkpoint.size}`);
  const following = new Following(log);
  for (let index = 0; index * tileWidth < checkpoint.size; index += 1) await following.bundle(index);
  await following.finish();
};
