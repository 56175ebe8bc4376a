import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startWitness, type RunningWitness } from '../../apps/auditor/witness.ts';
import { makeToken } from '../../apps/operator/token.ts';
import { withRecord } from '../../apps/operator/open-record.ts';
import { startService } from '../../apps/standalone/serve.ts';
import {
  formatVerifierKey,
  parseCheckpoint,
  parsePolicy,
  signatureTypes,
  verifierKeyOf,
  verifyCheckpoint,
  type Checkpoint,
  type Policy,
} from '../../libs/ledger/src/index.ts';

describe('a ledger with a witness', () => {
  let folder: string;
  let dataDir: string;
  let witness: RunningWitness;
  let policy: Policy;
  const clock = { mode: 'opening' } as const;
  const settings = () => ({ host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent', clock, ledgerDomain: 'test.localhost' }) as const;
  const log = pino({ level: 'silent' });
  const published = (): Checkpoint => {
    const checkpoint = parseCheckpoint(readFileSync(join(dataDir, 'ledger', 'checkpoint')));
    if (checkpoint === null) throw new Error('no checkpoint');
    return checkpoint;
  };
  const policyFrom = (text: string): Policy => {
    const read = parsePolicy(text);
    if ('why' in read) throw new Error(read.why);
    return read;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-witnessed-'));
    dataDir = join(folder, 'data');
    await (await startService(settings(), log)).stop();
    const key = createPrivateKey(readFileSync(join(dataDir, 'signer', 'key.pem')));
    const logLine = `log ${formatVerifierKey(verifierKeyOf(published().origin, signatureTypes.log, key))}\n`;
    const watched = policyFrom(`${logLine}quorum none\n`);
    witness = await startWitness({ folder: join(folder, 'witness'), name: 'w.example/one', policy: watched, host: '127.0.0.1', port: 0 });
    const text = `${logLine}witness one ${witness.vkey} ${witness.url}\nquorum one\n`;
    writeFileSync(join(folder, 'policy'), text);
    policy = policyFrom(text);
  }, 60_000);
  afterAll(async () => {
    await witness.stop();
    rmSync(folder, { recursive: true });
  });

  /** Records something and lets the service seal it. @returns the checkpoint that is published then, if any within the time */
  const sealed = async (milliseconds: number): Promise<Checkpoint> => {
    const before = published().size;
    await withRecord(dataDir, (env) => makeToken(env, { role: 'officer', member: null, language: 'en', label: 'x' }));
    const service = await startService({ ...settings(), witnessPolicy: join(folder, 'policy') }, log);
    for (let waited = 0; waited < milliseconds && published().size === before; waited += 50) await pause(50);
    await service.stop();
    return published();
  };

  it('publishes what the witness has cosigned', async () => {
    const checkpoint = await sealed(20_000);
    expect(verifyCheckpoint(policy, checkpoint)).toStrictEqual({ good: true });
    expect(checkpoint.note.signatures.map(({ name }) => name)).toStrictEqual([checkpoint.origin, 'w.example/one']);
  }, 60_000);

  it('publishes nothing while the witness is away', async () => {
    const before = published();
    await witness.stop();
    expect((await sealed(1_500)).size).toBe(before.size);
  }, 60_000);

  it('does not start with a policy that is none', async () => {
    writeFileSync(join(folder, 'policy'), 'nonsense\n');
    await expect(startService({ ...settings(), witnessPolicy: join(folder, 'policy') }, log)).rejects.toMatchObject({ exitCode: 78 });
  }, 60_000);
});
