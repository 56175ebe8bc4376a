import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { verifyBundle, type BundleQuestion } from '../../apps/auditor/verify-bundle.ts';
import { exportBundle } from '../../apps/operator/bundle/export-bundle.ts';
import { startService } from '../../apps/standalone/serve.ts';
import {
  cosign,
  formatNote,
  formatVerifierKey,
  headText,
  ledgerFolder,
  parseCheckpoint,
  parsePolicy,
  sha256Tree,
  signatureTypes,
  signNote,
  TileReader,
  verifierKeyOf,
  type Checkpoint,
  type Policy,
} from '../../libs/ledger/src/index.ts';
import { bytesOf, closeBundle, edit, flip, openBundle, signAgain, type OpenedBundle } from '../support/evidence/opened-bundle.ts';

describe('an evidence bundle', () => {
  let folder: string;
  let dataDir: string;
  let key: KeyObject;
  let witness: KeyObject;
  let checkpoint: Checkpoint;
  let policy: Policy;
  let whole: string;
  const quiet = (): void => undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-evidence-'));
    dataDir = join(folder, 'data');
    const clock = { mode: 'opening' } as const;
    const settings = { host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent', clock, ledgerDomain: 'test.localhost' } as const;
    await (await startService(settings, pino({ level: 'silent' }))).stop();
    key = createPrivateKey(readFileSync(join(dataDir, 'signer', 'key.pem')));
    const path = join(dataDir, 'ledger', 'checkpoint');
    const logSigned = parseCheckpoint(readFileSync(path));
    if (logSigned === null) throw new Error('nothing was sealed');
    witness = generateKeyPairSync('ed25519').privateKey;
    const name = 'witness.example/one';
    writeFileSync(
      path,
      formatNote(logSigned.note.text, [...logSigned.note.signatures, cosign(name, witness, logSigned.note.text, 1_425_373_200n)]),
    );
    checkpoint = parseCheckpoint(readFileSync(path)) ?? logSigned;
    const log = formatVerifierKey(verifierKeyOf(checkpoint.origin, signatureTypes.log, key));
    const read = parsePolicy(
      `log ${log}\nwitness one ${formatVerifierKey(verifierKeyOf(name, signatureTypes.cosignature, witness))}\nquorum one\n`,
    );
    if ('why' in read) throw new Error(read.why);
    policy = read;
    whole = join(folder, 'whole.zip');
    await exportBundle(dataDir, { cut: 'auditor', member: null, path: whole }, quiet);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const check = (path: string, more: Partial<BundleQuestion> = {}) =>
    verifyBundle({ path, policy, retained: null, replays: true, tell: quiet, ...more });

  let copies = 0;
  /** A bundle in which something was changed, by an insider who signs again with the true key unless told otherwise. */
  const changed = async (change: (files: OpenedBundle) => void, signs = true): Promise<string> => {
    const files = await openBundle(whole);
    change(files);
    if (signs) signAgain(files, checkpoint.origin, key);
    const path = join(folder, `changed-${(copies += 1)}.zip`);
    await closeBundle(files, path);
    return path;
  };
  it('is good, and its replay gives what was shown', async () => {
    const { exitCode, sentences } = await check(whole);
    expect([exitCode, sentences]).toMatchObject([0, { length: 3 }]);
    expect(sentences[1]).toBe(`All ${checkpoint.size} entries, with their data, have the root that is signed and cosigned.`);
  });

  it('is the same, byte for byte, when it is made again, also after an interruption', async () => {
    const again = join(folder, 'again.zip');
    mkdirSync(`${again}.parts/log`, { recursive: true });
    writeFileSync(`${again}.parts/log/checkpoint`, readFileSync(join(dataDir, 'ledger', 'checkpoint')));
    await exportBundle(dataDir, { cut: 'auditor', member: null, path: again }, quiet);
    expect((await bytesOf(again)).equals(await bytesOf(whole))).toBe(true);
    expect(existsSync(`${again}.parts`)).toBe(false);
    await expect(exportBundle(dataDir, { cut: 'auditor', member: null, path: again }, quiet)).rejects.toMatchObject({ exitCode: 73 });
  });

  it.each([
    ['public', null],
    ['member', 'KE'],
  ] as const)('shows to %s what may be seen, each event with its proof', async (cut, member) => {
    const path = join(folder, `${cut}.zip`);
    await exportBundle(dataDir, { cut, member, path }, quiet);
    const { exitCode, sentences } = await check(path);
    expect([exitCode, sentences.length]).toStrictEqual([0, 2]);
    expect(sentences[1]).toMatch(new RegExp(`^\\d+ entries, with their data, are among the ${checkpoint.size} of the root`));
    const names = [...(await openBundle(path)).keys()];
    expect(names.filter((name) => name.startsWith('log/'))).toStrictEqual(['log/checkpoint']);
  });

  it('goes on from what an auditor retained, and forks from anything else', async () => {
    expect((await check(whole, { retained: checkpoint })).exitCode).toBe(0);
    expect(await check(whole, { retained: { ...checkpoint, root: Buffer.alloc(32, 7) } })).toMatchObject({ exitCode: 30 });
    expect(await check(whole, { retained: { ...checkpoint, size: checkpoint.size + 1 } })).toMatchObject({
      exitCode: 30,
      sentences: [`FORK: tail_cut_off, ${checkpoint.size + 1} entries were retained, the bundle has ${checkpoint.size}.`],
    });
  });

  describe('without the whole log', () => {
    let since: string;
    let kept: Checkpoint;
    let continued: string;
    beforeAll(async () => {
      const tree = new TileReader(ledgerFolder(join(dataDir, 'ledger')), sha256Tree, checkpoint.size);
      const head = headText({ origin: checkpoint.origin, size: 100, root: tree.rootOf(0, 100) });
      const note = formatNote(head, [signNote(checkpoint.origin, key, head), cosign('witness.example/one', witness, head, 1_425_373_100n)]);
      since = join(folder, 'since');
      writeFileSync(since, note);
      const parsed = parseCheckpoint(note);
      if (parsed === null) throw new Error('no checkpoint');
      kept = parsed;
      continued = join(folder, 'continued.zip');
      await exportBundle(dataDir, { cut: 'public', member: null, path: continued, since }, quiet);
    });
    const altered = async (change: (files: OpenedBundle) => void): Promise<string> => {
      const files = await openBundle(continued);
      change(files);
      signAgain(files, checkpoint.origin, key);
      const path = join(folder, `altered-${(copies += 1)}.zip`);
      await closeBundle(files, path);
      return path;
    };

    it('proves that it continues a checkpoint that was kept', async () => {
      expect((await check(continued)).exitCode).toBe(0);
      expect((await check(continued, { retained: kept })).exitCode).toBe(0);
      expect((await check(continued, { retained: checkpoint })).exitCode).toBe(0);
      const forked = { ...kept, root: Buffer.alloc(32, 7) };
      expect((await check(continued, { retained: forked })).exitCode).toBe(30);
      expect((await check(continued, { retained: { ...checkpoint, size: checkpoint.size + 1 } })).exitCode).toBe(30);
    });
    it('says that it proves nothing about another one', async () => {
      const other = { ...kept, size: 99 };
      expect(await check(continued, { retained: other })).toMatchObject({ exitCode: 40 });
      expect(await check(join(folder, 'public.zip'), { retained: kept })).toMatchObject({ exitCode: 40 });
    });
    it.each<[string, (files: OpenedBundle) => void, number]>([
      ['the proof alone', (files) => files.delete('log-prev/checkpoint'), 40],
      ['the checkpoint alone', (files) => files.delete('consistency.txt'), 40],
      ['no proof at all', (files) => files.set('consistency.txt', Buffer.from('old 100\n')), 10],
      ['a proof from another size', edit('consistency.txt', (bytes) => Buffer.from(bytes.toString().replace('old 100', 'old 101'))), 10],
      ['a proof with another hash', edit('consistency.txt', (bytes) => Buffer.from(bytes.toString().replace(/\n[A-Za-z0-9]/, '\nZ'))), 30],
      ['an unsigned earlier checkpoint', edit('log-prev/checkpoint', flip(50)), 20],
    ])('is refused with %s, whoever signed it', async (_what, change, code) => {
      const found = await check(await altered(change));
      expect([found.exitCode, found.sentences]).toMatchObject([code, { length: 1 }]);
    });
    it('is not made from a checkpoint that the log does not continue', async () => {
      const path = join(folder, 'never.zip');
      const head = headText({ origin: checkpoint.origin, size: 100, root: Buffer.alloc(32, 7) });
      writeFileSync(join(folder, 'none'), 'nonsense');
      writeFileSync(join(folder, 'forked'), formatNote(head, [signNote(checkpoint.origin, key, head)]));
      const made = (name: string) => exportBundle(dataDir, { cut: 'public', member: null, path, since: join(folder, name) }, quiet);
      await expect(made('none')).rejects.toMatchObject({ exitCode: 60 });
      await expect(made('forked')).rejects.toMatchObject({ exitCode: 30 });
    });
  });

  it.each([
    ['an event', 'log/tile/data/', flip(40), 10, /^ALTERED: data_altered, [a-z]+-\S+@\d+ \([A-Z]\w+\)\.$/],
    ['an entry', 'log/tile/entries/', flip(300), 10, /^ALTERED: \w+, /],
    ['a hash', 'log/tile/0/', flip(3), 10, /^ALTERED: entry_altered, /],
    ['the root', 'log/checkpoint', flip(60), 20, /^NOT SIGNED AS THE POLICY ASKS: /],
    [
      'what the read models held',
      'expected/',
      (bytes: Buffer) => Buffer.from(bytes.toString().replace(/"[0-9a-f]{8}/, '"00000000')),
      50,
      /^REPLAY DIFFERS: \w+/,
    ],
    ['a procedure', 'definitions/', flip(20), 10, /^ALTERED: file_altered, definitions\//],
    ['the guide', 'VERIFY.md', flip(5), 10, /^ALTERED: other_guide, VERIFY\.md\.$/],
    [
      'a name in what it is',
      'bundle.json',
      (bytes: Buffer) => Buffer.from(bytes.toString().replace('member', 'nember')),
      10,
      /^ALTERED: not_about_this_log/,
    ],
    ['what it is', 'bundle.json', (bytes: Buffer) => Buffer.from(bytes.toString().replace('auditor', 'public')), 10, /^ALTERED: /],
  ] as const)('in which an insider changed %s is refused', async (_what, name, by, exitCode, sentence) => {
    const report = await check(await changed(edit(name, by)));
    expect(report.exitCode).toBe(exitCode);
    expect(report.sentences[0]).toMatch(sentence);
  });

  it.each([
    ['an entry bundle', 'log/tile/entries/', 40],
    ['a procedure', 'definitions/', 40],
    ['what the read models held', 'expected/', 40],
    ['the checkpoint', 'log/checkpoint', 40],
  ])('from which an insider took %s is incomplete', async (_what, name, exitCode) => {
    const path = await changed((files) => {
      const found = [...files.keys()].find((one) => one.startsWith(name));
      files.delete(found ?? '');
    });
    expect((await check(path)).exitCode).toBe(exitCode);
  });

  it('that somebody else changed does not have the sums that were signed', async () => {
    const altered = await check(await changed(edit('log/tile/data/', flip(40)), false));
    expect(altered.sentences[0]).toMatch(/^ALTERED: file_altered, log\/tile\/data\//);
    const stranger = await check(
      await changed((files) => {
        signAgain(files, checkpoint.origin, generateKeyPairSync('ed25519').privateKey);
      }, false),
    );
    expect(stranger).toMatchObject({ exitCode: 20 });
  });

  it('with a signature line that no key explains is refused', async () => {
    const path = await changed(edit('log/checkpoint', (bytes) => Buffer.concat([bytes, Buffer.from('— other.example AAAAAAAAAA==\n')])));
    expect(await check(path)).toMatchObject({ exitCode: 20 });
  });

  it('with a foreign file, a packed one, bytes between files, or no form at all is refused', async () => {
    const foreign = await changed((files) => files.set('documents/readme.txt', Buffer.from('x')));
    expect(await check(foreign)).toMatchObject({ exitCode: 10, sentences: ['ALTERED: foreign_file, documents/readme.txt.'] });
    const longer = join(folder, 'longer.zip');
    const bytes = await bytesOf(whole);
    const comment = Buffer.from('x');
    bytes.writeUInt16LE(comment.length, bytes.length - 2);
    writeFileSync(longer, Buffer.concat([bytes, comment]));
    expect(await check(longer)).toMatchObject({ exitCode: 10, sentences: [expect.stringMatching(/^ALTERED: not_canonical/)] });
    const cut = join(folder, 'cut.zip');
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2));
    expect(await check(cut)).toMatchObject({ exitCode: 40 });
  });
});
