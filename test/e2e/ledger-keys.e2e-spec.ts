import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { exportBundle } from '../../apps/operator/bundle/export-bundle.ts';
import { runLedger } from '../../apps/operator/ledger/command.ts';
import { withRecord } from '../../apps/operator/open-record.ts';
import { makeToken } from '../../apps/operator/token.ts';
import { startService } from '../../apps/standalone/serve.ts';
import {
  ledgerFolder,
  parseCheckpoint,
  parsePolicy,
  readKeys,
  Signer,
  verifyBundle,
  verifyCheckpoint,
  type Checkpoint,
  type Policy,
} from '../../libs/ledger/src/index.ts';

describe('the keys of a ledger', () => {
  let folder: string;
  let dataDir: string;
  const settings = () =>
    ({ host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent', clock: { mode: 'opening' }, ledgerDomain: 'test.localhost' }) as const;
  const log = pino({ level: 'silent' });
  const published = (): Checkpoint => {
    const checkpoint = parseCheckpoint(readFileSync(join(dataDir, 'ledger', 'checkpoint')));
    if (checkpoint === null) throw new Error('no checkpoint');
    return checkpoint;
  };
  const policyOf = (lines: readonly string[]): Policy => {
    const policy = parsePolicy(`${lines.map((line) => `${line}\n`).join('')}quorum none\n`);
    if ('why' in policy) throw new Error(policy.why);
    return policy;
  };
  const verdictBy = (lines: readonly string[]): string => {
    const verdict = verifyCheckpoint(policyOf(lines), published());
    return verdict.good ? 'good' : verdict.why;
  };
  const operator = (word: string, options: Readonly<Record<string, string>> = {}, switches: readonly string[] = []) =>
    runLedger(dataDir, word, { words: ['ledger', word], options, switches: new Set(switches) }, () => undefined);
  const record = (): Promise<unknown> =>
    withRecord(dataDir, (env) => makeToken(env, { role: 'officer', member: null, language: 'en', label: 'x' }));
  /** Serves the record until everything in it is sealed. */
  const serveOnce = async (): Promise<void> => {
    await (await startService(settings(), log)).stop();
  };
  const logLine = (told: readonly string[]): string => told.find((line) => line.startsWith('log ')) ?? '';
  let founding: string;
  let replacing: string;
  let first: Checkpoint;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-keys-'));
    dataDir = join(folder, 'data');
    await serveOnce();
    first = published();
    cpSync(dataDir, join(folder, 'early'), { recursive: true });
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('sign both while one replaces the other, also when that begins beside a running service', async () => {
    const service = await startService(settings(), log);
    replacing = logLine(await operator('rotate-key'));
    for (let waited = 0; waited < 10_000 && published().note.signatures.length < 2; waited += 50) await pause(50);
    await service.stop();
    expect(published().note.signatures).toHaveLength(2);
    const { keys } = await withRecord(dataDir, async (env) => {
      const { ledgerState } = await import('../../apps/standalone/opening.ts');
      const state = await ledgerState(env.store);
      if (state.status === 'unopened') throw new Error('unopened');
      return state;
    });
    founding = `log ${String(keys[0])}`;
    expect(verdictBy([founding, replacing])).toBe('good');
    // A policy without the new line does not take a signature that nobody explained to it.
    expect(verdictBy([founding])).toBe('unknown_signature');
    expect(await operator('verify')).toMatchObject([expect.stringContaining('entries are what was signed')]);
    const bundle = join(folder, 'both-keys.zip');
    await exportBundle(dataDir, { cut: 'auditor', member: null, path: bundle }, () => undefined);
    const bundleBy = (lines: readonly string[]) => verifyBundle(bundle, { policy: policyOf(lines), retained: null });
    expect(await bundleBy([founding, replacing])).toMatchObject({ good: true, size: published().size });
    expect(await bundleBy([founding])).toMatchObject({ good: false, code: 20 });
    await expect(operator('rotate-key')).rejects.toMatchObject({ message: 'Refused: ledger.rotation_under_way.' });
    expect(readdirSync(join(dataDir, 'signer')).filter((name) => name.endsWith('.pem'))).toHaveLength(2);
  }, 60_000);

  it('sign alone again once the former one is retired, and what it signs afterwards is refused', async () => {
    await operator('retire-key');
    await serveOnce();
    expect(published().note.signatures).toHaveLength(1);
    expect([verdictBy([replacing]), verdictBy([founding])]).toStrictEqual(['good', 'unknown_signature']);
    expect(await operator('fsck')).toMatchObject([expect.stringContaining('agree with the record')]);
    const { size, root, origin } = published();
    const [, former] = readKeys(join(dataDir, 'signer'));
    if (former === undefined) throw new Error('one key');
    const thief = new Signer({
      origin,
      keys: () => [former],
      record: join(folder, 'thief.json'),
      files: ledgerFolder(join(dataDir, 'ledger')),
    });
    const stolen = thief.sign({ size, root });
    if (!('note' in stolen)) throw new Error(stolen.refused);
    const before = readFileSync(join(dataDir, 'ledger', 'checkpoint'));
    writeFileSync(join(dataDir, 'ledger', 'checkpoint'), stolen.note);
    await expect(operator('verify')).rejects.toMatchObject({ exitCode: 20 });
    writeFileSync(join(dataDir, 'ledger', 'checkpoint'), before);
    await expect(operator('retire-key')).rejects.toMatchObject({ message: 'Refused: ledger.key_not_replaced.' });
  }, 60_000);

  it('are no matter of files: what is derived is mended, what is signed never', async () => {
    const tile = join(
      dataDir,
      'ledger',
      'tile',
      '0',
      readdirSync(join(dataDir, 'ledger', 'tile', '0')).find((name) => /^\d{3}$/.test(name)) ?? '',
    );
    const bytes = readFileSync(tile);
    writeFileSync(tile, Buffer.from(bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte))));
    await expect(operator('fsck')).rejects.toMatchObject({ exitCode: 10, message: expect.stringContaining('is not what the log gives') });
    expect(await operator('fsck', {}, ['mend'])).toMatchObject([expect.stringContaining('1 files were derived anew')]);
    expect(readFileSync(tile)).toStrictEqual(bytes);
    expect(await operator('export', { out: join(folder, 'exported') })).toMatchObject([
      expect.stringContaining(`${published().size} entries`),
    ]);
    expect(readFileSync(join(folder, 'exported', 'checkpoint'))).toStrictEqual(readFileSync(join(dataDir, 'ledger', 'checkpoint')));
    await expect(operator('export', { out: join(folder, 'exported') })).rejects.toMatchObject({ exitCode: 73 });
  }, 60_000);

  it('belong to another log once signed entries were lost, and never silently', async () => {
    await expect(operator('reopen', { reason: 'none' })).rejects.toMatchObject({ message: 'Refused: ledger.nothing_lost.' });
    const former = published();
    // The record is put back to its first day; the signer keeps what it signed.
    for (const name of ['events.db', 'events.db-wal', 'events.db-shm']) rmSync(join(dataDir, name), { force: true });
    cpSync(join(folder, 'early', 'events.db'), join(dataDir, 'events.db'));
    await record();
    await expect(operator('fsck')).rejects.toMatchObject({ exitCode: 10, message: expect.stringContaining('signed entries were lost') });
    await expect(operator('reopen', {})).rejects.toMatchObject({ exitCode: 64 });
    const told = await operator('reopen', { reason: 'The disk failed; the backup of the morning was put back.' });
    await serveOnce();
    const reopened = published();
    expect(reopened.origin).toBe(`${former.origin}/2`);
    expect(told[0]).toMatch(new RegExp(`had signed ${former.size} entries, ${first.size} are left`));
    expect([verdictBy([logLine(told)]), verdictBy([founding])]).toStrictEqual(['good', 'unknown_origin']);
    expect(await operator('verify')).toMatchObject([expect.stringContaining('entries are what was signed')]);
    expect(await operator('fsck')).toMatchObject([expect.stringContaining('agree with the record')]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('ledger.'))).toHaveLength(1);
  }, 60_000);
});
