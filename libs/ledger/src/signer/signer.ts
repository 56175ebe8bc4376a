import type { KeyObject } from 'node:crypto';
import { statementText } from '../bundle/statement.ts';
import { RightEdge, sameHash, tileWidth, type TreeHash } from '../merkle/index.ts';
import { sha256Tree } from '../sha256.ts';
import { formatNote, headText, signNote } from '../signed/index.ts';
import { MissingTile, TileReader, type ReadLedgerFile } from '../tile-reader.ts';
import { logVerifierKey } from './key-files.ts';
import { readLastSigned, writeLastSigned, type LastSigned } from './last-signed.ts';

/** What the signer is asked to sign. */
export interface SigningRequest {
  readonly size: number;
  readonly root: TreeHash;
  /** Verifier keys that have to sign it, as the record says; every key the signer has unless told. */
  readonly keys?: readonly string[];
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
        /** It has not the key that is asked for. */
        | 'unknown_key'
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
  readonly #keys: () => readonly KeyObject[];
  readonly #origin: string;
  readonly #record: string;
  readonly #files: ReadLedgerFile;
  #last: LastSigned | null;

  /**
   * @param keys  the signing keys it has by now, under the name of the origin; looked up anew for every signature
   * @throws SyntaxError when the record of the last signature is damaged
   */
  constructor(config: {
    readonly origin: string;
    readonly keys: () => readonly KeyObject[];
    readonly record: string;
    readonly files: ReadLedgerFile;
  }) {
    this.#origin = config.origin;
    this.#keys = config.keys;
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
    const keys = this.#keysFor(request.keys);
    if (keys === null) return { refused: 'unknown_key' };
    try {
      return this.#signGrown(request, keys);
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
  signBundle(sumsSha256: string, vkeys?: readonly string[]): SigningAnswer {
    if (!/^[0-9a-f]{64}$/.test(sumsSha256)) return { refused: 'malformed' };
    const keys = this.#keysFor(vkeys);
    return keys === null ? { refused: 'unknown_key' } : { note: this.#signed(statementText(this.#origin, sumsSha256), keys) };
  }

  /** The keys that are asked for, in their order; null when one of them is not here. */
  #keysFor(vkeys: readonly string[] | undefined): readonly KeyObject[] | null {
    const all = this.#keys();
    if (vkeys === undefined) return all;
    const found = vkeys.map((vkey) => all.find((key) => logVerifierKey(this.#origin, key) === vkey));
    return found.length > 0 && found.every((key) => key !== undefined) ? found : null;
  }

  #signed(text: string, keys: readonly KeyObject[]): Buffer {
    return formatNote(
      text,
      keys.map((key) => signNote(this.#origin, key, text)),
    );
  }

  #signGrown({ size, root }: SigningRequest, keys: readonly KeyObject[]): SigningAnswer {
    const reader = new TileReader(this.#files, sha256Tree, size);
    const edge = grow(this.#last, reader);
    const isWhole = edge.size === size && sameHash(edge.root(), root) && sameHash(reader.root(), root);
    if (!isWhole) return { refused: 'root_differs' };
    const note = this.#signed(headText({ origin: this.#origin, size, root }), keys);
    this.#last = { size, root, edge: edge.unfinished(), note };
    writeLastSigned(this.#record, this.#last);
    return { note };
  }
}
