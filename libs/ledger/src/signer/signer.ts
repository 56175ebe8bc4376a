import type { KeyObject } from 'node:crypto';
import { statementText } from '../bundle/statement.ts';
import { RightEdge, sameHash, tileWidth, type TreeHash } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import { formatNote, headText, signNote } from '../signed/index.ts';
import { MissingTile, TileReader, type ReadLedgerFile } from '../tile-reader.ts';
import { readLastSigned, writeLastSigned, type LastSigned } from './last-signed.ts';

/** What the signer is asked to sign. */
export interface SigningRequest {
  readonly size: number;
  readonly root: TreeHash;
}

export type SigningAnswer =
  /** The checkpoint, signed and on record. */
  | { readonly note: Uint8Array }
  | {
      readonly refused:
        /** Smaller than what was signed before: the store behind it is older than its own promises. */
        | 'tree_shrank'
        /** Another root at the size that was signed before. */
        | 'tree_forked'
        /** The entries on disk do not have the root that is asked for. */
        | 'root_differs'
        /** An entry or tile is missing or cut off. */
        | 'entries_missing'
        /** Not a size and a root at all. */
        | 'malformed';
    };

/** Grows the recorded tree by the entries on disk up to a size. @throws MissingTile */
const grow = (last: LastSigned | null, reader: TileReader): RightEdge => {
  const begun = last?.size ?? 0;
  const edge = new RightEdge(sha256Tree, begun, last?.edge ?? []);
  for (let bundle = Math.floor(begun / tileWidth); bundle * tileWidth < reader.size; bundle += 1) {
    const entries = reader.entries(bundle).slice(Math.max(0, begun - bundle * tileWidth));
    entries.forEach((entry) => edge.append(sha256Tree.leaf(entry)));
  }
  return edge;
};

const isRequest = ({ size, root }: SigningRequest): boolean =>
  Number.isSafeInteger(size) && size >= 1 && root.length === sha256Tree.empty.length;

/**
 * The one that signs. It believes nobody: it hashes the entries since its last signature anew from disk, and signs a tree only when
 * it continues the one it signed before. Its record is on disk before a signature leaves it.
 */
export class Signer {
  readonly #keys: readonly { readonly name: string; readonly key: KeyObject }[];
  readonly #origin: string;
  readonly #record: string;
  readonly #files: ReadLedgerFile;
  #last: LastSigned | null;

  /**
   * @param keys  signing keys under the name of the origin; two while one replaces the other
   * @throws SyntaxError when the record of the last signature is damaged
   */
  constructor(config: {
    readonly origin: string;
    readonly keys: readonly KeyObject[];
    readonly record: string;
    readonly files: ReadLedgerFile;
  }) {
    this.#origin = config.origin;
    this.#keys = config.keys.map((key) => ({ name: config.origin, key }));
    this.#record = config.record;
    this.#files = config.files;
    this.#last = readLastSigned(config.record);
  }

  /** Size that was signed last, 0 before the first. */
  get signedSize(): number {
    return this.#last?.size ?? 0;
  }

  /** Signs a tree, or says why not; never throws for what it is asked. */
  sign(request: SigningRequest): SigningAnswer {
    if (!isRequest(request)) return { refused: 'malformed' };
    const { size, root } = request;
    if (size < this.signedSize) return { refused: 'tree_shrank' };
    if (this.#last?.size === size) return sameHash(this.#last.root, root) ? { note: this.#last.note } : { refused: 'tree_forked' };
    try {
      return this.#signGrown(request);
    } catch (error) {
      if (error instanceof MissingTile || error instanceof RangeError) return { refused: 'entries_missing' };
      throw error;
    }
  }

  /**
   * Signs the sums of an evidence bundle. Its form is never that of a checkpoint: nothing can be signed by this way that a tree could
   * be made of.
   *
   * @param sumsSha256  64 hexadecimal digits
   */
  signBundle(sumsSha256: string): SigningAnswer {
    if (!/^[0-9a-f]{64}$/.test(sumsSha256)) return { refused: 'malformed' };
    const text = statementText(this.#origin, sumsSha256);
    return {
      note: formatNote(
        text,
        this.#keys.map(({ name, key }) => signNote(name, key, text)),
      ),
    };
  }

  #signGrown({ size, root }: SigningRequest): SigningAnswer {
    const reader = new TileReader(this.#files, sha256Tree, size);
    const edge = grow(this.#last, reader);
    const isWhole = edge.size === size && sameHash(edge.root(), root) && sameHash(reader.root(), root);
    if (!isWhole) return { refused: 'root_differs' };
    const text = headText({ origin: this.#origin, size, root });
    const note = formatNote(
      text,
      this.#keys.map(({ name, key }) => signNote(name, key, text)),
    );
    this.#last = { size, root, edge: edge.unfinished(), note };
    writeLastSigned(this.#record, this.#last);
    return { note };
  }
}
