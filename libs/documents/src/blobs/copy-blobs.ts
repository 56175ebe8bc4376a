import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobDamaged } from './blob-store.port.ts';

/** How many files were copied, and what they hold together. */
export interface CopiedBlobs {
  readonly files: number;
  readonly bytes: number;
}

const namesIn = async (folder: string, pattern: RegExp): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

/** Copies bytes and hashes what is read; on disk when it answers. */
const copyHashed = async (from: string, to: string): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const target = await open(to, 'w', 0o600);
  try {
    for await (const chunk of createReadStream(from)) {
      const piece = chunk as Uint8Array;
      hash.update(piece);
      bytes += piece.byteLength;
      await target.writeFile(piece);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), bytes };
};

/**
 * Copies every kept file of one folder of blobs to another, each checked against its hash; what is staged is not kept and not copied.
 * The folder may be in use: kept files never change.
 *
 * @param tell  after each file: how many so far
 * @throws BlobDamaged naming the first file whose bytes are not what its name says; nothing of that file stays in the copy
 */
export const copyBlobs = async (from: string, to: string, tell: (files: number) => void = () => undefined): Promise<CopiedBlobs> => {
  let [files, bytes] = [0, 0];
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const shelf of await namesIn(from, /^[0-9a-f]{2}$/)) {
    await mkdir(join(to, shelf), { recursive: true, mode: 0o700 });
    for (const name of await namesIn(join(from, shelf), /^[0-9a-f]{64}$/)) {
      const partial = join(to, shelf, `${name}.partial`);
      const copied = await copyHashed(join(from, shelf, name), partial);
      if (copied.sha256 !== name) {
        await rm(partial);
        throw new BlobDamaged(name);
      }
      await rename(partial, join(to, shelf, name));
      files += 1;
      bytes += copied.bytes;
      tell(files);
    }
  }
  return { files, bytes };
};
