import { MissingTile, parseCheckpoint, proveConsistency, sha256Tree, TileReader, type Checkpoint } from '../../../ledger/src/index.ts';
import type { Environment, Nothing, Query, SealedLedger } from '../contract.ts';

/** A ledger with its published checkpoint. */
export interface Published {
  readonly ledger: SealedLedger;
  readonly note: Uint8Array;
  readonly checkpoint: Checkpoint;
}

/** The published ledger, or null while nothing was sealed. */
export const publishedLedger = ({ ledger }: Environment): Published | null => {
  const note = ledger?.checkpoint() ?? null;
  const checkpoint = note === null ? null : parseCheckpoint(note);
  return ledger === null || note === null || checkpoint === null ? null : { ledger, note, checkpoint };
};

/**
 * Reads the tree of a size from the published files. The sealer may replace the right edge meanwhile: then it is read again.
 *
 * @throws MissingTile when a file is missing for good
 */
export const readTree = <T>({ ledger, checkpoint }: Published, read: (tree: TileReader) => T, size = checkpoint.size): T => {
  for (let tries = 1; ; tries += 1) {
    const files = Number(Buffer.from(ledger.file('size') ?? '0').toString('utf8'));
    const tree = new TileReader((path) => Buffer.from(ledger.file(path) ?? []), sha256Tree, size, Math.max(files, size));
    try {
      return read(tree);
    } catch (error) {
      if (!(error instanceof MissingTile) || tries === 3) throw error;
    }
  }
};

export type NotSealed = { readonly code: 'ledger.not_sealed' };
const notSealed: NotSealed = { code: 'ledger.not_sealed' };

/** The last published checkpoint, signed. */
export const ledgerCheckpoint: Query<Nothing, { readonly note: string } | NotSealed> = {
  name: 'ledgerCheckpoint',
  looksBack: false,
  run: (env) => {
    const published = publishedLedger(env);
    return published === null ? notSealed : { note: Buffer.from(published.note).toString('utf8') };
  },
};

const tileForm = /^tile\/(?:[0-9]|entries)\/(?:x\d{3}\/)*\d{3}(?:\.p\/(?:[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/;

/** One file of the ledger: hashes for everybody, entries for those who read what is internal, because they name streams and types. */
export const ledgerFile: Query<{ readonly path: string }, { readonly bytes: Uint8Array } | null> = {
  name: 'ledgerFile',
  looksBack: false,
  run: ({ ledger }, { path }, viewer) => {
    if (!tileForm.test(path) || (path.startsWith('tile/entries/') && viewer.kind !== 'internal')) return null;
    const bytes = ledger?.file(path) ?? null;
    return bytes === null ? null : { bytes };
  },
};

export type ConsistencyAnswer =
  | NotSealed
  | { readonly code: 'ledger.size_not_sealed'; readonly size: number; readonly sealed: number }
  | { readonly code: 'ledger.sizes_reversed'; readonly old: number; readonly size: number }
  /** Proof lines and roots in base64. @see RFC 6962 section 2.1.2 */
  | { readonly old: number; readonly size: number; readonly proof: readonly string[]; readonly root: string; readonly oldRoot: string };

/** Proof that the ledger of one size is the beginning of another; of the last sealed size unless told. */
export const ledgerConsistency: Query<{ readonly old: number; readonly size: number | null }, ConsistencyAnswer> = {
  name: 'ledgerConsistency',
  looksBack: false,
  run: (env, { old, size: asked }) => {
    const published = publishedLedger(env);
    if (published === null) return notSealed;
    const sealed = published.checkpoint.size;
    const size = asked ?? sealed;
    if (size > sealed) return { code: 'ledger.size_not_sealed', size, sealed };
    if (old < 1 || old > size) return { code: 'ledger.sizes_reversed', old, size };
    const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
    const read = (tree: TileReader) => ({
      proof: proveConsistency(tree.rootOf, old, size).map(base64),
      root: base64(tree.root()),
      oldRoot: base64(tree.rootOf(0, old)),
    });
    return { old, size, ...readTree(published, read, size) };
  },
};

/** A sealed ledger as something that happened in it is told: its name, the size with it, and the root of that size. */
export interface LedgerPlace {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** Ledger size that is sealed and published; 0 before the first. */
export const sealedSize = (env: Environment): number => publishedLedger(env)?.checkpoint.size ?? 0;

/** The ledger just after its entry n, once that is sealed; null before (DESIGN §8). */
export const placeOfEntry = (env: Environment, n: number): LedgerPlace | null => {
  const published = publishedLedger(env);
  if (published === null || published.checkpoint.size <= n) return null;
  const size = n + 1;
  const root = readTree(published, (tree) => Buffer.from(tree.rootOf(0, size)).toString('base64'));
  return { origin: published.ledger.origin, size, root };
};
