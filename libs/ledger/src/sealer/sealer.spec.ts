import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEventStore } from '../../../event-store/src/adapters/memory/index.ts';
import { uuidV5, type EventStore } from '../../../event-store/src/index.ts';
import { leafOf, ledgerFolder, parseCheckpoint, referenceRoot, sha256Tree, Signer, type Checkpoint, type SignerClient } from '../index.ts';
import { SignerUnavailable } from '../signer/signer-client.ts';
import { checkpointFile, SealingStopped, startSealer, type SealerConfig } from './sealer.ts';

const origin = 'example.org/rapporteur/0badcafe';

describe('the sealer', () => {
  let folder: string;
  let store: EventStore;
  let signer: SignerClient;
  let appended = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-sealer-'));
    mkdirSync(join(folder, 'ledger'));
    store = openMemoryEventStore();
    appended = 0;
    const { privateKey } = generateKeyPairSync('ed25519');
    const place = {
      origin,
      keys: () => [privateKey],
      record: join(folder, 'last-signed.json'),
      files: ledgerFolder(join(folder, 'ledger')),
    };
    // A signer without a process: what is asked and answered is the same.
    signer = {
      sign: (request) => Promise.resolve(new Signer(place).sign(request)),
      signBundle: (sums) => Promise.resolve(new Signer(place).signBundle(sums)),
      stop: () => Promise.resolve(),
    };
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const record = async (count: number, category = 'topic'): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      const id = uuidV5(`event ${(appended += 1)}`);
      await store.append(`${category}-${appended}`, 'no_stream', [
        { id, type: 'Noted', data: { n: appended }, metadata: { actor: 'ada' } },
      ]);
    }
  };
  const sealing = (more: Partial<SealerConfig> = {}) =>
    startSealer({ store, origin, folder: join(folder, 'ledger'), signer, pauseMs: 5, ...more });
  /** Seals everything recorded, and ends. */
  const sealOnce = async (): Promise<void> => {
    const sealer = sealing();
    await sealer.caughtUp;
    await sealer.stop();
  };
  const published = (): Checkpoint => {
    const checkpoint = parseCheckpoint(readFileSync(join(folder, 'ledger', checkpointFile)));
    if (checkpoint === null) throw new Error('no checkpoint');
    return checkpoint;
  };
  const trueRoot = async (size: number): Promise<string> => {
    const leaves: Uint8Array[] = [];
    for await (const event of store.readAll())
      if (!event.streamId.startsWith('draft-')) leaves.push(sha256Tree.leaf(leafOf(event, leaves.length)));
    return Buffer.from(referenceRoot(sha256Tree, leaves.slice(0, size))).toString('hex');
  };
  const rootOf = ({ root }: Checkpoint): string => Buffer.from(root).toString('hex');

  it('publishes a checkpoint over everything recorded, drafts aside', async () => {
    await record(5);
    await record(2, 'draft');
    await record(1);
    const sealer = sealing();
    await sealer.caughtUp;
    expect(published().size).toBe(6);
    expect(rootOf(published())).toBe(await trueRoot(6));
    await sealer.stop();
  });

  it('has caught up only when everything is sealed, however many batches that takes', async () => {
    const id = (n: number) => uuidV5(`long ${n}`);
    // A batch ends after a megabyte, long before it has its most events.
    for (let n = 0; n < 400; n += 1)
      await store.append(`long-${n}`, 'no_stream', [
        { id: id(n), type: 'Noted', data: { text: 'x'.repeat(10_000), n }, metadata: { actor: 'ada' } },
      ]);
    const sealer = sealing();
    await sealer.caughtUp;
    expect(published().size).toBe(400);
    await sealer.stop();
  });

  it('follows what comes, and seals the last of it when it is stopped', async () => {
    await record(1);
    const sealer = sealing();
    await sealer.caughtUp;
    await record(2);
    await sealer.stop();
    expect([published().size, rootOf(published())]).toStrictEqual([3, await trueRoot(3)]);
  });

  it('goes on where it was after a restart, and from nothing when its files are gone', async () => {
    await record(300);
    await sealOnce();
    await record(3);
    await sealOnce();
    expect([published().size, rootOf(published())]).toStrictEqual([303, await trueRoot(303)]);
    rmSync(join(folder, 'ledger'), { recursive: true });
    await sealOnce();
    expect([published().size, rootOf(published())]).toStrictEqual([303, await trueRoot(303)]);
  });

  it('stops when the record behind it is older than what was signed', async () => {
    await record(3);
    await sealOnce();
    rmSync(join(folder, 'ledger'), { recursive: true });
    await store.close();
    store = openMemoryEventStore();
    appended = 0;
    await record(2);
    const ended = await sealing().ended;
    expect(ended).toStrictEqual(new SealingStopped('tree_shrank'));
  });

  it('asks again while the signer is away', async () => {
    await record(2);
    let away = 2;
    const told: string[] = [];
    const sealer = sealing({
      signer: { ...signer, sign: (request) => ((away -= 1) >= 0 ? Promise.reject(new SignerUnavailable('away')) : signer.sign(request)) },
      onUnavailable: ({ message }) => told.push(message),
    });
    await sealer.caughtUp;
    expect([told, published().size]).toStrictEqual([['away', 'away'], 2]);
    await sealer.stop();
  });

  it('publishes nothing that has no quorum', async () => {
    await record(2);
    const sealer = sealing({ cosign: () => Promise.resolve(null) });
    await sealer.caughtUp;
    expect(existsSync(join(folder, 'ledger', checkpointFile))).toBe(false);
    await sealer.stop();
  });

  it('does not trust a note of progress that does not fit the files', async () => {
    await record(4);
    await sealOnce();
    writeFileSync(join(folder, 'ledger', 'derived.json'), JSON.stringify({ position: '3', n: 9 }));
    await record(1);
    await sealOnce();
    expect([published().size, rootOf(published())]).toStrictEqual([5, await trueRoot(5)]);
  });
});
