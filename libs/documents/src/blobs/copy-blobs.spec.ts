import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inPieces } from '../../../../test/contract/blob-store.contract.ts';
import { BlobDamaged } from './blob-store.port.ts';
import { copyBlobs } from './copy-blobs.ts';
import { openFileBlobStore } from './file-blob-store.ts';

describe('a copy of kept files', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rapporteur-copies-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const keep = async (text: string): Promise<string> => {
    const store = openFileBlobStore(join(root, 'blobs'), { sweeps: false });
    const staged = await store.stage(inPieces(Buffer.from(text)), 100);
    if ('code' in staged) throw new Error(staged.code);
    await store.keep(staged.stagedId);
    return staged.sha256;
  };
  const readFrom = async (folder: string, sha256: string): Promise<string> => {
    const bytes = await openFileBlobStore(join(root, folder), { sweeps: false }).open(sha256);
    return bytes === null ? 'nothing' : Buffer.concat(await Array.fromAsync(bytes)).toString();
  };

  it('holds every one of them, byte for byte, and nothing that was only staged', async () => {
    const kept = [await keep('one'), await keep('two')];
    await openFileBlobStore(join(root, 'blobs'), { sweeps: false }).stage(inPieces(Buffer.from('staged')), 100);
    const told: number[] = [];
    expect(await copyBlobs(join(root, 'blobs'), join(root, 'copy'), (files) => told.push(files))).toStrictEqual({ files: 2, bytes: 6 });
    expect(await Promise.all(kept.map((sha256) => readFrom('copy', sha256)))).toStrictEqual(['one', 'two']);
    expect([told, readdirSync(join(root, 'copy')).length]).toStrictEqual([[1, 2], 2]);
    expect(await copyBlobs(join(root, 'blobs'), join(root, 'copy'))).toStrictEqual({ files: 2, bytes: 6 });
  });
  it('of a folder that is not there holds nothing', async () => {
    expect(await copyBlobs(join(root, 'nowhere'), join(root, 'copy'))).toStrictEqual({ files: 0, bytes: 0 });
  });
  it('is refused where a file is not what its name says', async () => {
    const sha256 = await keep('true');
    const path = join(root, 'blobs', sha256.slice(0, 2), sha256);
    writeFileSync(path, `${readFileSync(path, 'utf8')}!`);
    await expect(copyBlobs(join(root, 'blobs'), join(root, 'copy'))).rejects.toThrow(new BlobDamaged(sha256));
    expect(readdirSync(join(root, 'copy', sha256.slice(0, 2)))).toStrictEqual([]);
  });
});
