import canonicalize from 'canonicalize';
import { isLedgered, type RecordedEvent } from '../../../event-store/src/index.ts';
import { ErasureCover } from '../erasures.ts';
import { leafOf } from '../leaf.ts';
import { RightEdge, tileWidth, type TreeHash } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import { bundlePath, tilePath } from '../tile-paths.ts';
import { bundleOf } from '../tiles.ts';
import { bundledEvent, type BundledEvent } from './entry.ts';
import { dataFile, ledgerFile } from './layout.ts';
import type { BundleFolder } from './write-bundle.ts';

const dataOf = ({ data }: RecordedEvent): Buffer => Buffer.from(canonicalize(data) ?? '', 'utf8');

const newline = Buffer.from('\n');

/** Writes the log of a bundle, 256 entries at a time, from the events themselves and not from the files of the ledger. */
class LogWriter {
  readonly #folder: BundleFolder;
  readonly #edge = new RightEdge(sha256Tree);
  #entries: Buffer[] = [];
  #lines: Buffer[] = [];
  readonly cover = new ErasureCover();

  constructor(folder: BundleFolder) {
    this.#folder = folder;
  }

  get size(): number {
    return this.#edge.size;
  }

  /** @returns the event as whoever reads the bundle will see it */
  append(event: RecordedEvent): BundledEvent {
    const [leaf, data] = [leafOf(event, this.size), dataOf(event)];
    const read = bundledEvent(leaf, data, this.size);
    this.cover.learn(event, this.size);
    this.#entries.push(leaf);
    this.#lines.push(data, newline);
    const full = this.#edge.append(sha256Tree.leaf(leaf));
    full.forEach(({ level, index, hashes }) => {
      this.#folder.add(ledgerFile(tilePath(level, index)), () => Buffer.concat(hashes));
    });
    if (this.#entries.length === tileWidth) this.#flush(this.size / tileWidth - 1);
    return read;
  }

  #flush(index: number): void {
    const [entries, lines, width] = [this.#entries, this.#lines, this.#entries.length];
    this.#folder.add(ledgerFile(bundlePath(index, width)), () => bundleOf(entries));
    this.#folder.add(dataFile(index, width), () => Buffer.concat(lines));
    [this.#entries, this.#lines] = [[], []];
  }

  /** What does not fill a tile. @returns the root over everything */
  finish(): TreeHash {
    this.#edge.unfinished().forEach((hashes, level) => {
      const index = Math.floor(this.size / tileWidth ** (level + 1));
      if (hashes.length > 0) this.#folder.add(ledgerFile(tilePath(level, index, hashes.length)), () => Buffer.concat(hashes));
    });
    if (this.#entries.length > 0) this.#flush(Math.floor(this.size / tileWidth));
    return this.#edge.root();
  }
}

/**
 * Writes the first entries of a log into a bundle, with their data and tiles.
 *
 * @param size  entries of the checkpoint that the bundle is about
 * @param onEvent  told of each event after it was entered
 * @returns their root; how many there were, fewer when the log is shorter than its checkpoint; and an event whose content is missing
 *   though no erasure among these entries covers it
 */
export const collectLog = async (
  events: AsyncIterable<RecordedEvent>,
  size: number,
  folder: BundleFolder,
  onEvent: (event: BundledEvent) => Promise<void> | void,
): Promise<{ readonly root: TreeHash; readonly size: number; readonly uncovered: string | null }> => {
  const writer = new LogWriter(folder);
  for await (const event of events) {
    if (writer.size === size) break;
    if (!isLedgered(event.streamId)) continue;
    await onEvent(writer.append(event));
  }
  return { root: writer.finish(), size: writer.size, uncovered: writer.cover.uncovered()?.event ?? null };
};
