import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  checkpointMessage,
  cosigningBy,
  formatNote,
  formatSubmission,
  formatVerifierKey,
  headText,
  ledgerFolder,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  proveConsistency,
  sha256Tree,
  signatureTypes,
  signNote,
  TileFolder,
  TileReader,
  verifierKeyOf,
  verifyCheckpoint,
  verifyNote,
  Witness,
  type Policy,
  type TreeHash,
} from '../index.ts';

const origin = 'example.org/rapporteur/0badcafe';
const now = (): Date => new Date('2015-03-03T09:00:00.000Z');
const freshKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

describe('a witness', () => {
  let folder: string;
  let key: KeyObject;
  let witnessKey: KeyObject;
  let tiles: TileFolder;
  let witness: Witness;
  const open = (name = 'witness.example/one', by = witnessKey, record = 'seen.json'): Witness =>
    new Witness({ name, key: by, logs: [verifierKeyOf(origin, signatureTypes.log, key)], record: join(folder, record), now });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-witness-'));
    mkdirSync(join(folder, 'ledger'));
    [key, witnessKey] = [freshKey(), freshKey()];
    tiles = new TileFolder(join(folder, 'ledger'));
    grow(300);
    witness = open();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const grow = (by: number): void => {
    for (let n = 0; n < by; n += 1) tiles.append(Buffer.from(`entry ${tiles.size}`));
    tiles.flush();
  };
  const tree = (size: number): TileReader => new TileReader(ledgerFolder(join(folder, 'ledger')), sha256Tree, size, tiles.size);
  const noteOf = (size: number, root: TreeHash = tree(size).root(), by = key, name = origin): Buffer => {
    const text = headText({ origin: name, size, root });
    return formatNote(text, [signNote(name, by, text)]);
  };
  const proof = (from: number, to: number): readonly TreeHash[] => proveConsistency(tree(to).rootOf, from, to);
  const send = (oldSize: number, path: readonly TreeHash[], note: Uint8Array) =>
    witness.addCheckpoint(formatSubmission(oldSize, path, note));

  it('gives the nine answers of its protocol, in this order', () => {
    const first = send(0, [], noteOf(3));
    expect(first).toMatchObject({ status: 200, contentType: 'text/plain; charset=utf-8' });
    const cosigned = parseNote(Buffer.from(`${headText({ origin, size: 3, root: tree(3).root() })}\n${first.body}`));
    const witnessed = verifierKeyOf('witness.example/one', signatureTypes.cosignature, witnessKey);
    expect(cosigned === null ? null : verifyNote(cosigned, [witnessed], checkpointMessage).good).toBe(true);
    expect(send(3, proof(3, 5), noteOf(5, tree(5).root(), freshKey())).status).toBe(403);
    expect(send(0, [], noteOf(5, tree(5).root(), key, 'other.example')).status).toBe(404);
    expect(send(3, proof(4, 5), noteOf(5)).status).toBe(422);
    expect(send(3, [], noteOf(5)).status).toBe(422);
    expect(send(3, proof(3, 5), noteOf(5)).status).toBe(200);
    expect(send(3, proof(3, 7), noteOf(7))).toStrictEqual({ status: 409, contentType: 'text/x.tlog.size', body: '5\n' });
    expect(send(5, [], noteOf(5)).status).toBe(200);
    expect(send(5, [], noteOf(5, Buffer.alloc(32, 9))).status).toBe(409);
  });

  it.each([
    ['nothing', ''],
    ['no size', 'old\n\n'],
    ['a size with zeroes', 'old 03\n\n'],
    ['a negative size', 'old -1\n\n'],
    ['a short hash', 'old 0\nAAAA\n\n'],
    ['no checkpoint', 'old 0\n\n'],
    ['64 hashes', `old 0\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n`],
  ])('refuses %s', (_what, head) => {
    const tail = head === '' || head === 'old 0\n\n' ? Buffer.alloc(0) : noteOf(3);
    expect(witness.addCheckpoint(Buffer.concat([Buffer.from(head), tail])).status).toBe(400);
  });

  it('refuses a tree that is smaller than what it shall go on from, and a proof where none is needed', () => {
    expect(send(4, [], noteOf(3)).status).toBe(400);
    expect(send(0, [Buffer.alloc(32)], noteOf(3)).status).toBe(422);
    send(0, [], noteOf(3));
    expect(send(3, [Buffer.alloc(32)], noteOf(3)).status).toBe(422);
  });

  it('remembers what it cosigned when it comes back', () => {
    send(0, [], noteOf(3));
    witness = open();
    expect(send(0, [], noteOf(5))).toMatchObject({ status: 409, body: '3\n' });
    expect(send(3, proof(3, 5), noteOf(5)).status).toBe(200);
  });

  describe('among three, one of them away and one that lies', () => {
    let servers: Server[];
    let policy: Policy;
    let refusals: string[];
    let lies = 0;
    const serve = async (listener: RequestListener): Promise<string> => {
      const server = createServer(listener);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    };
    const honest =
      (by: () => Witness): RequestListener =>
      (request, response) => {
        void buffer(request).then((body) => {
          const { status, contentType, body: text } = by().addCheckpoint(body);
          response.writeHead(status, { 'content-type': contentType }).end(text);
        });
      };
    /** Signs something else under its name. */
    const lying =
      (by: KeyObject): RequestListener =>
      (_request, response) => {
        const text = headText({ origin, size: 1, root: Buffer.alloc(32, 5) });
        const own = new Witness({
          name: 'w/liar',
          key: by,
          logs: [verifierKeyOf(origin, 1, key)],
          record: join(folder, `liar-${(lies += 1)}.json`),
          now,
        });
        response.end(own.addCheckpoint(formatSubmission(0, [], formatNote(text, [signNote(origin, key, text)]))).body);
      };

    beforeEach(async () => {
      [servers, refusals] = [[], []];
      const liarKey = freshKey();
      const [honestUrl, liarUrl, awayUrl] = [await serve(honest(() => witness)), await serve(lying(liarKey)), await serve(() => undefined)];
      servers.pop()?.close();
      const vkey = (name: string, of: KeyObject): string => formatVerifierKey(verifierKeyOf(name, signatureTypes.cosignature, of));
      const read = parsePolicy(`log ${formatVerifierKey(verifierKeyOf(origin, signatureTypes.log, key))}
witness one ${vkey('witness.example/one', witnessKey)} ${honestUrl}
witness liar ${vkey('w/liar', liarKey)} ${liarUrl}
witness away ${vkey('w/away', freshKey())} ${awayUrl}
group any 1 one liar away
quorum any
`);
      if ('why' in read) throw new Error(read.why);
      policy = read;
    });
    afterEach(() => {
      servers.forEach((server) => server.close());
    });
    const asking = (more: Partial<Policy> = {}) =>
      cosigningBy({
        policy: { ...policy, ...more },
        folder: join(folder, 'ledger'),
        timeoutMs: 2_000,
        onRefusal: (name, reason) => refusals.push(`${name}: ${reason}`),
      });

    it('the quorum holds, and nothing of the liar is passed on', async () => {
      const cosign = asking();
      for (const size of [3, 270, 300]) {
        const note = await cosign(noteOf(size));
        const checkpoint = note === null ? null : parseCheckpoint(note);
        expect(checkpoint === null ? null : verifyCheckpoint(policy, checkpoint)).toStrictEqual({ good: true });
        expect(checkpoint?.note.signatures.map(({ name }) => name)).toStrictEqual([origin, 'witness.example/one']);
      }
      expect(refusals.filter((line) => line.startsWith('liar'))).toStrictEqual(
        Array.from({ length: 3 }, () => 'liar: its signature is bad'),
      );
      expect(refusals.filter((line) => line.startsWith('away')).length).toBe(3);
    });

    it('two of three are not reached by one', async () => {
      const groups = [{ name: 'any', needed: 2, members: ['one', 'liar', 'away'] }];
      expect(await asking({ groups })(noteOf(3))).toBeNull();
    });

    it('a fork gets no quorum, not even from a log that holds the true key', async () => {
      expect(await asking()(noteOf(300))).not.toBeNull();
      expect(await asking()(noteOf(300, Buffer.alloc(32, 3)))).toBeNull();
      expect(refusals).toContain('one: it answered 409');
    });

    it('a witness that has cosigned more than there is gets nothing smaller', async () => {
      await asking()(noteOf(300));
      expect(await asking()(noteOf(270))).toBeNull();
      expect(refusals).toContain('one: it cosigned 300 entries, more than there are');
    });
  });
});
