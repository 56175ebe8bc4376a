import { EventStoreError, isLedgered, MalformedEvent, type RecordedEvent } from '../../event-store/src/index.ts';
import { ErasureCover } from './erasures.ts';
import { leafOf } from './leaf.ts';
import { LogKeys } from './signed/index.ts';
import { sameHash, tileWidth, type TreeHash } from './merkle/index.ts';
import type { TileReader } from './tile-reader.ts';
import { MissingTile } from './tile-reader.ts';
import { sha256Tree } from './sha256.ts';

/** What comparing a log with its sealed ledger found. */
export type LogVerdict =
  /** keys: verifier keys that had to sign the sealed tree, as the log says. */
  | { readonly good: true; readonly entries: number; readonly unsealed: number; readonly erased: number; readonly keys: readonly string[] }
  /** The first event that is not what was sealed. */
  | {
      readonly good: false;
      readonly why: 'event_altered' | 'event_missing' | 'event_unreadable' | 'erasure_not_recorded';
      readonly index: number;
      readonly event: string;
    }
  /** The files of the ledger themselves are damaged or do not have the signed root. */
  | { readonly good: false; readonly why: 'files_damaged'; readonly index: number; readonly event: string };

const nameOf = ({ streamId, revision, type }: RecordedEvent): string => `${streamId}@${revision} (${type})`;

/** What an entry says of itself, for naming an event that is gone. */
const describedBy = (entry: Buffer | undefined): string => {
  if (entry === undefined) return 'unknown';
  const { stream, rev, type } = JSON.parse(entry.toString('utf8')) as {
    readonly stream: string;
    readonly rev: string;
    readonly type: string;
  };
  return `${stream}@${rev} (${type})`;
};

/** The sealed entries one after the other, a bundle at a time. */
class SealedEntries {
  readonly #tree: TileReader;
  #bundle = -1;
  #entries: readonly Buffer[] = [];
  constructor(tree: TileReader) {
    this.#tree = tree;
  }
  at(index: number): Buffer | undefined {
    const bundle = Math.floor(index / tileWidth);
    if (bundle !== this.#bundle) [this.#bundle, this.#entries] = [bundle, this.#tree.entries(bundle)];
    return this.#entries[index - bundle * tileWidth];
  }
}

/** What is wrong with an event at its place, or null; beyond the sealed tree nothing can be. */
const alteration = (event: RecordedEvent, n: number, sealed: Buffer | undefined): LogVerdict | null => {
  if (sealed?.equals(leafOf(event, n)) === true) return null;
  const meant = describedBy(sealed);
  return { good: false, why: 'event_altered', index: n, event: meant === nameOf(event) ? meant : `${meant}, found ${nameOf(event)}` };
};

/** Follows the log beside its entries; `n` counts how far it came, also when reading fails. */
class Comparison {
  readonly #sealed: SealedEntries;
  readonly #size: number;
  readonly cover = new ErasureCover();
  /** Keys that had to sign the sealed tree. */
  readonly keys = new LogKeys();
  n = 0;
  constructor(tree: TileReader) {
    this.#sealed = new SealedEntries(tree);
    this.#size = tree.size;
  }

  async follow(events: AsyncIterable<RecordedEvent>, onEntry: (done: number) => void): Promise<LogVerdict | null> {
    for await (const event of events) {
      if (!isLedgered(event.streamId)) continue;
      const wrong = this.n < this.#size ? alteration(event, this.n, this.#sealed.at(this.n)) : null;
      if (wrong !== null) return wrong;
      this.cover.learn(event, this.n);
      if (this.n < this.#size) this.keys.learn(event);
      this.n += 1;
      onEntry(this.n);
    }
    if (this.n < this.#size) return { good: false, why: 'event_missing', index: this.n, event: this.meant() ?? 'unknown' };
    const uncovered = this.cover.uncovered();
    return uncovered === null ? null : { good: false, why: 'erasure_not_recorded', index: uncovered.index, event: uncovered.event };
  }

  /** The entry of an event that cannot be read; the log is read in pages, so it may lie beyond where the comparison is. */
  entryOf({ streamId, revision }: MalformedEvent): { readonly index: number; readonly event: string } {
    const name = `${streamId}@${revision} `;
    for (let index = this.n; index < this.#size; index += 1) {
      const event = describedBy(this.#sealed.at(index));
      if (event.startsWith(name)) return { index, event };
    }
    return { index: this.n, event: name.trim() };
  }

  /** What should stand where the comparison is; null beyond the sealed tree. */
  meant(): string | null {
    return this.n < this.#size ? describedBy(this.#sealed.at(this.n)) : null;
  }
}

const compare = async (events: AsyncIterable<RecordedEvent>, tree: TileReader, onEntry: (done: number) => void): Promise<LogVerdict> => {
  const comparison = new Comparison(tree);
  try {
    const wrong = await comparison.follow(events, onEntry);
    return (
      wrong ?? {
        good: true,
        entries: tree.size,
        unsealed: comparison.n - tree.size,
        erased: comparison.cover.erased,
        keys: comparison.keys.inForce,
      }
    );
  } catch (error) {
    // What the store cannot even read was changed after it was written; its own message names stream and revision.
    if (!(error instanceof EventStoreError)) throw error;
    if (error instanceof MalformedEvent) return { good: false, why: 'event_unreadable', ...comparison.entryOf(error) };
    return { good: false, why: 'event_unreadable', index: comparison.n, event: comparison.meant() ?? error.message };
  }
};

/** Whether tiles and entries agree with a signed root, every hash computed anew. @throws MissingTile */
const filesHave = (tree: TileReader, root: TreeHash): boolean => {
  for (let bundle = 0; bundle * tileWidth < tree.size; bundle += 1) {
    const entries = tree.entries(bundle);
    if (entries.some((entry, at) => !sameHash(sha256Tree.leaf(entry), tree.leafHash(bundle * tileWidth + at)))) return false;
  }
  return sameHash(tree.root(), root);
};

/**
 * Compares a whole log with what was sealed of it: files against the signed root, then every event against its entry. Content may be
 * missing where an erasure on record, decided by two persons, lists it.
 *
 * @param root  root of the checkpoint, whose signature was verified before
 * @param onEntry  told after each entry: how many were compared
 */
export const verifyLog = async (
  events: AsyncIterable<RecordedEvent>,
  tree: TileReader,
  root: TreeHash,
  onEntry: (done: number) => void = () => undefined,
): Promise<LogVerdict> => {
  try {
    if (!filesHave(tree, root)) return { good: false, why: 'files_damaged', index: 0, event: 'the files do not have the signed root' };
    return await compare(events, tree, onEntry);
  } catch (error) {
    if (!(error instanceof MissingTile)) throw error;
    return { good: false, why: 'files_damaged', index: 0, event: error.message };
  }
};
