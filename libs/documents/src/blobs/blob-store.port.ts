/** Bytes that have come in and are not kept yet: a private file of this machine, hashed while it was written. */
export interface StagedBlob {
  readonly stagedId: string;
  /** A local file, so that it can be looked into before it is kept. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** More bytes came than are taken. */
export interface BlobTooLarge {
  readonly code: 'attachment.too_large';
  readonly maxBytes: number;
}

/**
 * Bytes under the hash of their content. The record names the hash; the bytes lie here and nowhere else.
 *
 * What `keep` has answered is durable. The same bytes are kept once. Nothing is ever changed in place.
 */
export interface BlobStore {
  /** Takes in bytes as they come and hashes them. @param maxBytes  one byte more is refused, and nothing of it stays */
  readonly stage: (bytes: AsyncIterable<Uint8Array>, maxBytes: number) => Promise<StagedBlob | BlobTooLarge>;
  /** What was staged under an id, or null when it was kept, discarded, or never there. */
  readonly staged: (stagedId: string) => StagedBlob | null;
  /** Throws staged bytes away; harmless when they are gone. */
  readonly discard: (stagedId: string) => Promise<void>;
  /** Keeps staged bytes for good and forgets them as staged. @throws BlobMissing when nothing is staged under that id */
  readonly keep: (stagedId: string) => Promise<void>;
  /** Size in bytes of what is kept under a hash, or null. */
  readonly sizeOf: (sha256: string) => Promise<number | null>;
  /** The bytes under a hash, checked against it before the first one is handed over; null when they are not there. @throws BlobDamaged */
  readonly open: (sha256: string) => Promise<AsyncIterable<Uint8Array> | null>;
  /** Deletes the bytes; false when there were none. Durable when it answers. */
  readonly remove: (sha256: string) => Promise<boolean>;
  /** Runs work on one hash alone: keeping and deleting the same bytes never overlap in one process. */
  readonly exclusively: <T>(sha256: string, work: () => Promise<T>) => Promise<T>;
}

/** Nothing is staged under that id any longer. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}

/** What lies under a hash is not what the hash says: the disk or somebody changed it. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
  readonly sha256: string;

  constructor(sha256: string) {
    super(`the bytes kept under ${sha256} have another hash`);
    this.sha256 = sha256;
  }
}
