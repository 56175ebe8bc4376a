import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeBlobStore, inPieces } from '../../../../test/contract/blob-store.contract.ts';
import { openFileBlobStore } from './file-blob-store.ts';

describeBlobStore('files', () => {
  const root = mkdtempSync(join(tmpdir(), 'rapporteur-blobs-'));
  return Promise.resolve({
    store: openFileBlobStore(root, { sweeps: true }),
    reopen: () => Promise.resolve(openFileBlobStore(root, { sweeps: true })),
    damage: (sha256) => {
      const path = join(root, sha256.slice(0, 2), sha256);
      const bytes = readFileSync(path);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      return Promise.resolve();
    },
    clean: () => {
      rmSync(root, { recursive: true });
      return Promise.resolve();
    },
  });
});

it('files are private to the user that runs the service, and staged ones leave nothing behind', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rapporteur-blobs-'));
  const store = openFileBlobStore(root, { sweeps: true });
  const staged = await store.stage(inPieces(Buffer.from('private')), 100);
  if ('code' in staged) throw new Error(staged.code);
  await store.keep(staged.stagedId);
  await store.stage(inPieces(Buffer.from('too long')), 3);
  expect(statSync(join(root, staged.sha256.slice(0, 2), staged.sha256)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(root, 'incoming'))).toStrictEqual([]);
  rmSync(root, { recursive: true });
});
