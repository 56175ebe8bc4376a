import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { verifyBundle } from '../../apps/auditor/verify-bundle.ts';
import { exportBundle } from '../../apps/operator/bundle/export-bundle.ts';
import { verifyLedger } from '../../apps/operator/ledger/verify.ts';
import { backUpRecord } from '../../apps/operator/maintain.ts';
import { startService, type Service } from '../../apps/standalone/serve.ts';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { parsePolicy } from '../../libs/ledger/src/index.ts';
import { chanceOf } from '../support/chance.ts';
import { forgeRemains, peopleIn, proofsIn, purgedIn, stored, takeAwayUnrecorded } from '../support/erasure/at-rest.ts';
import { endOf, marksBelow, marksIn } from '../support/erasure/marks-in.ts';
import { Planting, type Planted } from '../support/erasure/planting.ts';

const program = resolve('dist/apps/operator/main.js');
const count = Number(process.env['ERASURES'] ?? 20);
const kills = Number(process.env['KILLS'] ?? 3);
const seed = Number(process.env['SEED'] ?? 1);
const quiet = (): void => undefined;
jest.setTimeout(120_000 + count * 2_000);

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0);

const environment = (dataDir: string) => ({ PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir });

describe(`${count} erasures`, () => {
  const root = mkdtempSync(join(tmpdir(), 'rapporteur-erasure-'));
  const at = (name: string): string => join(root, name);
  const dataDir = at('data');
  const said: string[] = [];
  let planted: readonly Planted[];
  let spared: readonly Planted[];
  let gone: ReadonlySet<string>;
  let kept: ReadonlySet<string>;
  /** How long the first run took, in ms: kills fall into it. */
  let duration = 1_000;
  const figures = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };

  const start = (folder: string): Promise<Service> => {
    const log = pino({ level: 'trace' }, { write: (line: string) => said.push(line) });
    const clock = { mode: 'opening' } as const;
    return startService({ host: '127.0.0.1', port: 0, dataDir: folder, logLevel: 'trace', clock, ledgerDomain: 'test.localhost' }, log);
  };
  const operator = (args: readonly string[], folder = dataDir) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', program, ...args], {
      env: environment(folder),
      encoding: 'utf8',
    });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  };
  const endsOf = (all: readonly Planted[]): ReadonlySet<string> => new Set(all.flatMap(({ marks }) => marks.map(endOf)));

  const plant = async (planting: Planting): Promise<void> => {
    const kinds = ['person', 'topic', 'person', 'practice', 'person'] as const;
    const made: Planted[] = [];
    for (let n = 0; n < count + 5; n += 1) {
      const kind = kinds[n % kinds.length] ?? 'person';
      made.push(kind === 'person' ? await planting.person() : await planting.contribution(kind));
    }
    spared = made.slice(0, 5);
    planted = made.slice(5);
    [gone, kept] = [endsOf(planted), endsOf(spared)];
  };

  /** The Secretariat repeats elsewhere what a contribution says. */
  const quote = async (planting: Planting): Promise<void> => {
    const topic = planted.find(({ object }) => object === 'topic');
    const title = `About “The ${topic?.marks.find((mark) => mark.startsWith('canarytitle')) ?? ''}”`;
    const agenda = { agendaId: 'RIC-2015-other', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: { en: title, fr: title } };
    await planting.done('/agendas', agenda, 'officer');
  };

  beforeAll(async () => {
    const service = await start(dataDir);
    try {
      const planting = await Planting.of(service);
      await plant(planting);
      await quote(planting);
      await backUpRecord(dataDir, at('before.db'), quiet);
      const [first] = planted;
      if (first === undefined) throw new Error('nothing was planted');
      const asked = await planting.done(
        '/erasures',
        { object: first.object, id: first.id, basis: 'unlawful', reason: 'As asked.' },
        'officer',
      );
      expect((await planting.post(`/erasures/${asked}/refuse`, { reason: 'It is lawful.' }, 'second')).status).toBe(201);
      for (const one of planted) await planting.erase(one);
    } finally {
      await service.stop();
    }
    cpSync(dataDir, at('approved'), { recursive: true });
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('leave nothing: not in the record, in what follows from it, in files, logs or new backups', async () => {
    const before = marksBelow(dataDir, gone);
    expect(Object.keys(before)).toStrictEqual(expect.arrayContaining(['events.db', 'entrance/sessions.db', 'person-directory.db']));
    const began = performance.now();
    expect(operator(['erase'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining(`${count} erasures are carried out`),
    });
    duration = performance.now() - began;
    expect(marksBelow(dataDir, gone)).toStrictEqual({});
    await (await start(dataDir)).stop();
    expect(marksBelow(dataDir, gone)).toStrictEqual({});
    expect(operator(['backup', at('after.db')]).status).toBe(0);
    expect(readFileSync(at('after.db.erasures'))).toStrictEqual(readFileSync(join(dataDir, 'erasures.jsonl')));
    expect([marksBelow(at('after.db.blobs'), gone), marksIn(readFileSync(at('after.db')), gone)]).toStrictEqual([{}, 0]);
    expect(marksIn(Buffer.from(said.join('\n')), gone)).toBe(0);
    const left = marksBelow(dataDir, kept);
    expect(left['events.db']).toBeGreaterThan(0);
    const others = spared.filter(({ object }) => object === 'person').length;
    expect(peopleIn(dataDir)).toStrictEqual({ persons: others, accounts: others });
    figures(
      `${count} erasures in ${(duration / 1_000).toFixed(1)} s: ${sum(before)} marks before, in ${Object.keys(before).join(', ')}, 0 after; ${sum(left)} of others are there`,
    );
  });

  it('leave every proof valid, of what was erased and of all others', async () => {
    const { size, entries, valid, erased } = await proofsIn(dataDir);
    expect([entries, valid]).toStrictEqual([size, size]);
    const sentence = await verifyLedger(dataDir, { policy: null, retained: null }, quiet);
    expect(sentence).toBe(
      `${size} entries are what was signed, 0 wait to be sealed. The content of ${erased} was erased as two persons decided.`,
    );
    figures(`${valid} of ${entries} proofs valid, ${erased} of them of erased content`);
  });

  it('are accepted in evidence, with the replay, and every other missing content is refused', async () => {
    const bundle = at('evidence.zip');
    await exportBundle(dataDir, { cut: 'auditor', member: null, path: bundle }, quiet);
    const store = openSqliteEventStore(join(dataDir, 'events.db'));
    const [opened] = await Array.fromAsync(store.readStream('ledger-main', { maxCount: 1 }));
    await store.close();
    const policy = parsePolicy(`log ${(opened?.data as { vkey: string }).vkey}\nquorum none\n`);
    if ('why' in policy) throw new Error(policy.why);
    const verdict = await verifyBundle({ path: bundle, policy, retained: null, replays: true, tell: quiet });
    expect([verdict.exitCode, verdict.sentences.length]).toStrictEqual([0, 3]);
    expect(marksIn(readFileSync(bundle), gone)).toBe(0);
    await forgeRemains(dataDir, bundle, at('rewritten.zip'));
    expect(await verifyBundle({ path: at('rewritten.zip'), policy, retained: null, replays: false, tell: quiet })).toMatchObject({
      exitCode: 10,
      sentences: [expect.stringMatching(/^ALTERED: erasure_not_recorded, /)],
    });
    cpSync(dataDir, at('insider'), { recursive: true });
    takeAwayUnrecorded(at('insider'));
    await expect(verifyLedger(at('insider'), { policy: null, retained: null }, quiet)).rejects.toMatchObject({
      exitCode: 10,
      message: expect.stringMatching(/^erasure_not_recorded at entry \d+: call-RIC-2015-input@0 \(CallScheduled\)\.$/),
    });
    await expect(exportBundle(at('insider'), { cut: 'auditor', member: null, path: at('forged.zip') }, quiet)).rejects.toMatchObject({
      message: expect.stringContaining('call-RIC-2015-input@0 (CallScheduled)'),
    });
  });

  it(`come to the same end when they are killed on the way ${kills} times (seed ${seed})`, async () => {
    const folder = at('killed');
    cpSync(at('approved'), folder, { recursive: true });
    const chance = chanceOf(seed);
    const ends: string[] = [];
    for (let n = 0; n < kills; n += 1) {
      const child = spawn(process.execPath, ['--no-warnings', program, 'erase'], { env: environment(folder), stdio: 'ignore' });
      const ended = new Promise<string>((done) =>
        child.once('close', (code, signal) => {
          done(signal ?? String(code));
        }),
      );
      const timer = setTimeout(() => child.kill('SIGKILL'), 0.2 * duration + chance.below(0.6 * duration));
      ends.push(await ended);
      clearTimeout(timer);
    }
    // What was begun is not served before it is ended.
    if (existsSync(join(folder, 'erasures.jsonl')) && purgedIn(folder) < count)
      await expect(start(folder)).rejects.toMatchObject({ exitCode: 75 });
    expect(operator(['erase'], folder).status).toBe(0);
    expect(operator(['erase'], folder)).toMatchObject({ status: 0, stdout: 'Nothing waits to be erased.' });
    expect(marksBelow(folder, gone)).toStrictEqual({});
    cpSync(at('approved'), at('undisturbed'), { recursive: true });
    expect(operator(['erase'], at('undisturbed')).status).toBe(0);
    expect(stored(folder)).toStrictEqual(stored(at('undisturbed')));
    await expect(verifyLedger(folder, { policy: null, retained: null }, quiet)).resolves.toContain('was erased as two persons decided');
    expect(ends.filter((end) => end === 'SIGKILL').length).toBeGreaterThan(0);
    figures(`interrupted: ${ends.join(', ')}; the record is the same as without`);
  });

  it('are made again in a backup from before them', async () => {
    const folder = at('restored');
    expect(marksIn(readFileSync(at('before.db')), gone)).toBeGreaterThan(0);
    const restored = operator(['restore', at('before.db'), '--erasures', join(dataDir, 'erasures.jsonl')], folder);
    expect(restored).toMatchObject({ status: 0, stdout: expect.stringContaining(`${count} erasures that this record knows nothing of`) });
    expect(marksBelow(folder, gone)).toStrictEqual({});
    mkdirSync(join(folder, 'signer'));
    cpSync(join(dataDir, 'signer', 'key.pem'), join(folder, 'signer', 'key.pem'));
    await (await start(folder)).stop();
    expect(marksBelow(folder, gone)).toStrictEqual({});
    expect(sum(marksBelow(folder, kept))).toBeGreaterThan(0);
    expect(operator(['restore', at('before.db')], at('unlisted')).stdout).toContain('No list of erasures was found');
  });

  it('leave a copy of the record that somebody keeps in its folder, and say so', () => {
    cpSync(at('approved'), at('with-copy'), { recursive: true });
    cpSync(at('before.db'), join(at('with-copy'), 'copies', 'before.db'));
    writeFileSync(join(at('with-copy'), 'row-history.7.db'), planted.flatMap(({ marks }) => marks).join(' '));
    expect(operator(['erase'], at('with-copy'))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(
        `${join(at('with-copy'), 'copies', 'before.db')} is a copy of a record: what was erased is still in it`,
      ),
    });
    expect(Object.keys(marksBelow(at('with-copy'), gone))).toStrictEqual(['copies/before.db']);
  });

  it('are refused while somebody serves the record', async () => {
    const service = await start(dataDir);
    try {
      expect(operator(['erase'])).toMatchObject({ status: 1, stderr: expect.stringContaining('already serves the data folder') });
    } finally {
      await service.stop();
    }
  });
});
