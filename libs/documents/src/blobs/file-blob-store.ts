import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { mkdir, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobDamaged, BlobMissing, type BlobStore, type BlobTooLarge, type StagedBlob } from './blob-store.port.ts';
import { lockPerKey } from './lock-per-key.ts';

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const absent = (error: unknown): null => {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
};

/** Makes names in a folder durable: a rename is on disk when its folder is. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const fill = async (
  file: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ readonly sha256: string; readonly sizeBytes: number } | BlobTooLarge> => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return { code: 'attachment.too_large', maxBytes };
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), sizeBytes };
};

class FileBlobStore implements BlobStore {
  readonly #root: string;
  readonly #incoming: string;
  readonly #staged = new Map<string, StagedBlob>();
  readonly exclusively = lockPerKey();

  constructor(root: string, sweeps: boolean) {
    this.#root = root;
    this.#incoming = join(root, 'incoming');
    // What a process that died had not kept was never acknowledged.
    if (sweeps) rmSync(this.#incoming, { recursive: true, force: true });
  }

  #folderOf = (sha256: string): string => join(this.#root, sha256.slice(0, 2));

  #pathOf = (sha256: string): string => join(this.#folderOf(sha256), sha256);

  stage = async (bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StagedBlob | BlobTooLarge> => {
    const stagedId = randomUUID();
    const path = join(this.#incoming, stagedId);
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    let filled: Awaited<ReturnType<typeof fill>> | null = null;
    try {
      filled = await fill(file, bytes, maxBytes);
    } finally {
      await file.close();
      if (filled === null || 'code' in filled) await unlink(path);
    }
    if ('code' in filled) return filled;
    const staged = { stagedId, path, ...filled };
    this.#staged.set(stagedId, staged);
    return staged;
  };

  staged = (stagedId: string): StagedBlob | null => this.#staged.get(stagedId) ?? null;

  discard = async (stagedId: string): Promise<void> => {
    const staged = this.#staged.get(stagedId);
    if (staged === undefined) return;
    this.#staged.delete(stagedId);
    await unlink(staged.path).catch(absent);
  };

  keep = async (stagedId: string): Promise<void> => {
    const staged = this.#staged.get(stagedId);
    if (staged === undefined) throw new BlobMissing(`nothing is staged as ${stagedId}`);
    const { sha256, path } = staged;
    await mkdir(this.#folderOf(sha256), { recursive: true, mode: 0o700 });
    // Bytes of the same hash that are there already are the same bytes: writing them again mends a damaged copy.
    await rename(path, this.#pathOf(sha256));
    this.#staged.delete(stagedId);
    await syncFolder(this.#folderOf(sha256));
    await syncFolder(this.#root);
  };

  sizeOf = async (sha256: string): Promise<number | null> => {
    if (!isSha256(sha256)) return null;
    const found = await stat(this.#pathOf(sha256)).catch(absent);
    return found?.size ?? null;
  };

  open = async (sha256: string): Promise<AsyncIterable<Uint8Array> | null> => {
    if ((await this.sizeOf(sha256)) === null) return null;
    const path = this.#pathOf(sha256);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    if (hash.digest('hex') !== sha256) throw new BlobDamaged(sha256);
    return createReadStream(path);
  };

  remove = async (sha256: string): Promise<boolean> => {
    if ((await this.sizeOf(sha256)) === null) return false;
    await unlink(this.#pathOf(sha256));
    await syncFolder(this.#folderOf(sha256));
    return true;
  };
}

/**
 * Opens blobs in a folder of this machine.
 *
 * @param sweeps  whether what was staged and not kept is swept away: for the one process that takes files in
 */
export const openFileBlobStore = (root: string, { sweeps }: { readonly sweeps: boolean }): BlobStore => new FileBlobStore(root, sweeps);
