import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chanceOf } from '../../../../test/support/chance.ts';
import { bundlePath, ledgerFolder, parseCheckpoint, sha256Tree, TileFolder, type TreeHash } from '../index.ts';
import { signatureTypes, verifierKeyOf, verifyNote } from '../signed/index.ts';
import { Signer, type SigningAnswer } from './signer.ts';
import { SignerUnavailable, signerAt, type SignerClient } from './signer-client.ts';

const origin = 'example.org/rapporteur/0badcafe';

describe('the signer', () => {
  let folder: string;
  let key: KeyObject;
  let tiles: TileFolder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-signer-'));
    mkdirSync(join(folder, 'signer'));
    key = generateKeyPairSync('ed25519').privateKey;
    writeFileSync(join(folder, 'signer', 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }));
    tiles = new TileFolder(join(folder, 'ledger'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const opened = (...more: readonly KeyObject[]): Signer =>
    new Signer({
      origin,
      keys: () => [key, ...more],
      record: join(folder, 'signer', 'last-signed.json'),
      files: ledgerFolder(join(folder, 'ledger')),
    });
  const grownTo = (size: number, word = 'entry'): { readonly size: number; readonly root: TreeHash } => {
    while (tiles.size < size) tiles.append(Buffer.from(`${word} ${tiles.size}`));
    tiles.flush();
    return { size, root: tiles.root() };
  };
  const headOf = (answer: SigningAnswer): readonly [number, string] | string => {
    if ('refused' in answer) return answer.refused;
    const checkpoint = parseCheckpoint(answer.note);
    const trusted = [verifierKeyOf(origin, signatureTypes.log, key)];
    if (checkpoint === null || !verifyNote(checkpoint.note, trusted).good) return 'bad note';
    return [checkpoint.size, Buffer.from(checkpoint.root).toString('hex')];
  };

  it('signs a tree and each that continues it, across restarts', () => {
    const first = grownTo(3);
    expect(headOf(opened().sign(first))).toStrictEqual([3, Buffer.from(first.root).toString('hex')]);
    const second = grownTo(700);
    const signer = opened();
    expect(signer.signedSize).toBe(3);
    expect(headOf(signer.sign(second))).toStrictEqual([700, Buffer.from(second.root).toString('hex')]);
  });
  it('answers the same question with the same note', () => {
    const request = grownTo(3);
    const answer = opened().sign(request);
    expect(opened().sign(request)).toStrictEqual(answer);
  });
  it('signs no smaller tree and no other of the same size', () => {
    const [three, seven] = [grownTo(3), grownTo(7)];
    const signer = opened();
    signer.sign(seven);
    expect(signer.sign(three)).toStrictEqual({ refused: 'tree_shrank' });
    expect(signer.sign({ ...seven, root: three.root })).toStrictEqual({ refused: 'tree_forked' });
  });
  it('signs no tree that the entries on disk do not have', () => {
    const seven = grownTo(7);
    const signer = opened();
    expect(signer.sign({ ...seven, root: sha256Tree.empty })).toStrictEqual({ refused: 'root_differs' });
    expect(signer.sign({ ...seven, size: 8 })).toStrictEqual({ refused: 'entries_missing' });
    expect(signer.signedSize).toBe(0);
  });
  it('signs no history that begins otherwise than the one it signed', () => {
    opened().sign(grownTo(5));
    rmSync(join(folder, 'ledger'), { recursive: true });
    tiles = new TileFolder(join(folder, 'ledger'));
    expect(opened().sign(grownTo(9, 'forged'))).toStrictEqual({ refused: 'root_differs' });
  });
  it('sees an entry that changed on disk after it was hashed', () => {
    const request = grownTo(9);
    const path = join(folder, 'ledger', bundlePath(0, 9));
    const bytes = readFileSync(path);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(opened().sign(request)).toStrictEqual({ refused: 'root_differs' });
  });
  it('refuses what is no tree at all', () => {
    const signer = opened();
    const { root } = grownTo(2);
    for (const size of [0, -1, 1.5, Number.NaN, 2 ** 53]) expect(signer.sign({ size, root })).toStrictEqual({ refused: 'malformed' });
    expect(signer.sign({ size: 2, root: root.slice(1) })).toStrictEqual({ refused: 'malformed' });
  });
  it('signs with both keys while one replaces the other', () => {
    const next = generateKeyPairSync('ed25519').privateKey;
    const answer = opened(next).sign(grownTo(2));
    if ('refused' in answer) throw new Error(answer.refused);
    const note = parseCheckpoint(answer.note)?.note ?? { text: '', signatures: [] };
    for (const one of [key, next]) expect(verifyNote(note, [verifierKeyOf(origin, signatureTypes.log, one)]).good).toBe(true);
  });
  it('does not sign on when its record is damaged', () => {
    opened().sign(grownTo(2));
    writeFileSync(join(folder, 'signer', 'last-signed.json'), '{');
    expect(() => opened()).toThrow(SyntaxError);
  });
  it.each([1, 2, 3])('signs one history whatever it is asked, seed %d', (seed) => {
    const chance = chanceOf(seed);
    const truth = new Map<number, string>();
    const signed = new Map<number, string>();
    for (let step = 0; step < 15; step += 1) {
      const request = grownTo(tiles.size + chance.below(40) + 1);
      truth.set(request.size, Buffer.from(request.root).toString('hex'));
      const signer = opened();
      const hostile = [
        request,
        { ...request, size: request.size - 1 },
        { ...request, root: sha256Tree.leaf(Buffer.from([chance.below(256)])) },
        { size: chance.below(request.size + 5), root: request.root },
      ] as const;
      for (let ask = 0; ask < 6; ask += 1) {
        const head = headOf(signer.sign(chance.pick(hostile)));
        if (typeof head === 'string') continue;
        expect(signed.get(head[0]) ?? head[1]).toBe(head[1]);
        expect(truth.get(head[0])).toBe(head[1]);
        signed.set(head[0], head[1]);
      }
    }
    expect(signed.size).toBeGreaterThan(2);
  });

  describe('as a process', () => {
    let client: SignerClient;
    beforeEach(() => {
      client = signerAt({ origin, folder: join(folder, 'signer'), tiles: join(folder, 'ledger') });
    });
    afterEach(() => client.stop());

    it('answers as it does in one process', async () => {
      const request = grownTo(300);
      expect(headOf(await client.sign(request))).toStrictEqual([300, Buffer.from(request.root).toString('hex')]);
      expect(await client.sign({ ...request, size: 3 })).toStrictEqual({ refused: 'tree_shrank' });
    });
    it('is started anew when it was killed, and goes on where its record stands', async () => {
      const first = await client.sign(grownTo(3));
      await client.stop();
      expect(headOf(first)).toMatchObject({ 0: 3 });
      expect(headOf(await client.sign(grownTo(4)))).toMatchObject({ 0: 4 });
    });
    it('that cannot start says so', async () => {
      const broken = signerAt({ origin, folder: join(folder, 'nowhere'), tiles: join(folder, 'ledger') });
      await expect(broken.sign(grownTo(3), 20_000)).rejects.toThrow(SignerUnavailable);
    });
  });
});
