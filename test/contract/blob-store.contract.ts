import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BlobMissing, type BlobStore, type StagedBlob } from '../../libs/documents/src/index.ts';

export interface OpenedBlobs {
  readonly store: BlobStore;
  /** The same blobs as a process finds them that starts after this one died. */
  readonly reopen: () => Promise<BlobStore>;
  /** Changes a byte of what is kept under a hash, behind the store's back. */
  readonly damage: (sha256: string) => Promise<void>;
  readonly clean: () => Promise<void>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes as they come over a line: in pieces. */
export const inPieces = async function* (bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let begin = 0; begin < bytes.length; begin += size) {
    await Promise.resolve();
    yield bytes.subarray(begin, begin + size);
  }
};

export const readAll = async (bytes: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> =>
  bytes === null ? null : Buffer.concat(await Array.fromAsync(bytes));

/** What every place for bytes has to do. */
export const describeBlobStore = (kind: string, open: () => Promise<OpenedBlobs>): void => {
  describe(`blob store contract, ${kind}`, () => {
    const bytes = Buffer.from('Une pièce jointe. '.repeat(500));
    const sha256 = sha256Of(bytes);
    let opened: OpenedBlobs;
    const stage = async (of: Uint8Array = bytes): Promise<StagedBlob> => {
      const staged = await opened.store.stage(inPieces(of), 1_000_000);
      if ('code' in staged) throw new Error(staged.code);
      return staged;
    };
    const keep = async (of: Uint8Array = bytes): Promise<void> => opened.store.keep((await stage(of)).stagedId);

    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.clean());

    it('hashes and counts what comes, and keeps nothing before it is told', async () => {
      const staged = await stage();
      expect(staged).toMatchObject({ sha256, sizeBytes: bytes.length });
      expect(opened.store.staged(staged.stagedId)).toStrictEqual(staged);
      expect([await opened.store.sizeOf(sha256), await opened.store.open(sha256)]).toStrictEqual([null, null]);
    });
    it('takes as many bytes as it is allowed, and of one more nothing', async () => {
      expect(await opened.store.stage(inPieces(bytes), bytes.length)).toMatchObject({ sizeBytes: bytes.length });
      expect(await opened.store.stage(inPieces(bytes), bytes.length - 1)).toStrictEqual({
        code: 'attachment.too_large',
        maxBytes: bytes.length - 1,
      });
    });
    it('keeps nothing of what breaks off', async () => {
      const broken = async function* (): AsyncGenerator<Uint8Array> {
        yield* inPieces(bytes);
        throw new Error('line cut');
      };
      await expect(opened.store.stage(broken(), 1_000_000)).rejects.toThrow('line cut');
    });
    it('gives back what it has kept, also to the process that comes after', async () => {
      await keep();
      expect(await readAll(await opened.store.open(sha256))).toStrictEqual(bytes);
      const next = await opened.reopen();
      expect([await readAll(await next.open(sha256)), await next.sizeOf(sha256)]).toStrictEqual([bytes, bytes.length]);
    });
    it('keeps the same bytes once, and forgets what was staged', async () => {
      const [first, second] = [await stage(), await stage()];
      await opened.store.keep(first.stagedId);
      await opened.store.keep(second.stagedId);
      expect([opened.store.staged(first.stagedId), existsSync(first.path), existsSync(second.path)]).toStrictEqual([null, false, false]);
      await expect(opened.store.keep(first.stagedId)).rejects.toBeInstanceOf(BlobMissing);
      expect(await opened.store.remove(sha256)).toBe(true);
      expect(await opened.store.sizeOf(sha256)).toBeNull();
    });
    it('throws staged bytes away, again and again', async () => {
      const { stagedId, path } = await stage();
      await opened.store.discard(stagedId);
      await opened.store.discard(stagedId);
      expect([opened.store.staged(stagedId), existsSync(path)]).toStrictEqual([null, false]);
    });
    it('sweeps away what a process that died had staged, and nothing that was kept', async () => {
      const { path } = await stage(Buffer.from('never acknowledged'));
      await keep();
      const next = await opened.reopen();
      expect([existsSync(path), await next.sizeOf(sha256)]).toStrictEqual([false, bytes.length]);
    });
    it('keeps an empty file and one of every byte', async () => {
      const all = Buffer.from(Array.from({ length: 256 }, (_none, byte) => byte));
      for (const some of [Buffer.alloc(0), all]) {
        await keep(some);
        expect(await readAll(await opened.store.open(sha256Of(some)))).toStrictEqual(some);
      }
    });
    it('hands over no byte of what is damaged; the same bytes kept anew mend it', async () => {
      await keep();
      await opened.damage(sha256);
      await expect(opened.store.open(sha256)).rejects.toMatchObject({ name: 'BlobDamaged', sha256 });
      await keep();
      expect(await readAll(await opened.store.open(sha256))).toStrictEqual(bytes);
    });
    it('removes bytes once', async () => {
      await keep();
      expect([await opened.store.remove(sha256), await opened.store.remove(sha256)]).toStrictEqual([true, false]);
      expect(await opened.store.open(sha256)).toBeNull();
    });
    it.each(['', '..', '../../etc/passwd', sha256.toUpperCase(), `${sha256}/`, sha256.slice(1)])('finds nothing under %j', async (name) => {
      await keep();
      expect([await opened.store.sizeOf(name), await opened.store.open(name), await opened.store.remove(name)]).toStrictEqual([
        null,
        null,
        false,
      ]);
    });
    it('lets work on one hash wait for the work before it, even when that fails, and others go on', async () => {
      const log: string[] = [];
      const gate = Promise.withResolvers<undefined>();
      const first = opened.store.exclusively('a', async () => {
        await gate.promise;
        log.push('first');
        throw new Error('failed');
      });
      const second = opened.store.exclusively('a', () => Promise.resolve(log.push('second')));
      await opened.store.exclusively('b', () => Promise.resolve(log.push('other')));
      gate.resolve(undefined);
      await expect(first).rejects.toThrow('failed');
      await second;
      expect(log).toStrictEqual(['other', 'first', 'second']);
    });
    it('survives many who keep and remove the same bytes at once', async () => {
      const once = async (nth: number): Promise<void> => {
        await opened.store.exclusively(sha256, async () => {
          if (nth % 3 === 2) await opened.store.remove(sha256);
          else await keep();
        });
      };
      await Promise.all(Array.from({ length: 60 }, (_none, nth) => once(nth)));
      await keep();
      expect(await readAll(await opened.store.open(sha256))).toStrictEqual(bytes);
    });
  });
};
