import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyBundle } from '../../../apps/auditor/verify-bundle.ts';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { parsePolicy } from '../../../libs/ledger/src/index.ts';
import { findChromium, launchChromium } from '../../browser/chromium.ts';
import { readArchivedFolder } from '../../support/archived-folder.ts';
import { astrayIn, openedFromDisk, pagesOf } from '../../support/static-copy.ts';
import { itWhere } from '../../support/where.ts';

const operator = resolve(process.env['JOURNEY_BUILD'] ?? 'dist', 'apps', 'operator');
const demo = join(operator, 'demo', 'main.js');

interface Played {
  readonly received: number;
  readonly late: number;
  readonly accepted: number;
  readonly agendaVersion: number;
  readonly addressees: number;
  readonly conflicts: readonly string[];
  readonly catalogue: { readonly counts: Readonly<Record<string, number>>; readonly missing: readonly string[] };
}

/** The demonstration says on its own account at which stage everything has to stand, and ends when something does not. */
describe('the whole year 2015, as the demonstration plays it', () => {
  let folder: string;
  let code: number | null;
  let complaints = '';
  let played: Played;
  const count = (type: string): number => played.catalogue.counts[type] ?? 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-year-'));
    const child = spawn(process.execPath, [demo, '--json'], {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    code = await new Promise((done) => child.once('close', done));
    if (told === '') throw new Error(complaints);
    played = JSON.parse(told) as Played;
  }, 240_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes to its end, and nothing failed on the way', () => {
    expect(complaints).not.toMatch(/"level":(?:[4-6]0)/);
    expect(code).toBe(0);
  });

  it('takes in all 120 samples, five of them late, and makes an agenda of 27 topics in three versions', () => {
    expect(played).toMatchObject({ received: 120, late: 5, accepted: 27, agendaVersion: 3 });
  });

  it('sends the draft of 20 April to 180 Members, Palestine among them', () => {
    expect(played.addressees).toBe(180);
  });

  it('causes every event type to which a command leads', () => {
    expect(played.catalogue.missing).toStrictEqual([]);
  });

  it('has merges, one refused consent, an un-merge, a split, deferrals, objections, lapses, and two officers in conflict', () => {
    const happened = ['TopicMergedInto', 'TopicMergeRefused', 'TopicUnmerged', 'TopicSplit', 'TopicDeferred'].map(count);
    expect(happened).toStrictEqual([3, 1, 1, 1, 3]);
    const others = ['DecisionObjectionRaised', 'TopicClarificationLapsed', 'SessionClosed', 'GuidanceCarriedOver'].map(count);
    expect(others).toStrictEqual([2, 1, 2, 2]);
    expect(played.conflicts).toHaveLength(1);
  });

  describe('handed over to an archive', () => {
    const archived = (name: string) =>
      spawnSync(process.execPath, [join(operator, 'main.js'), 'archive', '--conference', 'RIC-2015', '--out', join(folder, name)], {
        env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data') },
        encoding: 'utf8',
      });
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'archive', name), 'utf8'));

    it('is one folder of documents, files, metadata, evidence and pages that ask for nothing, and the same each time', () => {
      expect(archived('archive')).toMatchObject({ status: 0, stderr: '' });
      expect(archived('again')).toMatchObject({ status: 0, stderr: '' });
      const { files, wrong, astray, sums } = readArchivedFolder(join(folder, 'archive'));
      expect([wrong, astray]).toStrictEqual([[], []]);
      expect(readArchivedFolder(join(folder, 'again')).sums).toBe(sums);
      const records = read('metadata/records.json') as readonly Readonly<Record<string, string | null>>[];
      const fields = read('metadata/fields.json') as object;
      expect(records.filter((record) => Object.keys(record).some((name) => !Object.hasOwn(fields, name)))).toStrictEqual([]);
      const places = records.map(({ source }) => source ?? '').filter((source) => source !== 'deleted');
      expect(places.filter((place) => !files.includes(place))).toStrictEqual([]);
      expect(files.filter((name) => /^(?:documents|files)\//.test(name) && !places.includes(name))).toStrictEqual([]);
      const pagesIn = (language: string): number => files.filter((name) => name.startsWith(`${language}/contributions/`)).length;
      expect([pagesIn('en'), pagesIn('fr'), records.filter(({ type }) => type === 'topic' || type === 'practice').length]).toStrictEqual([
        127, 127, 127,
      ]);
      expect(archived('archive')).toMatchObject({ status: 73 });
    });

    it('with evidence that an auditor verifies by itself', async () => {
      const store = openSqliteEventStore(join(folder, 'data', 'events.db'));
      const [opened] = await Array.fromAsync(store.readStream('ledger-main', { maxCount: 1 }));
      await store.close();
      const policy = parsePolicy(`log ${(opened?.data as { readonly vkey: string }).vkey}\nquorum none\n`);
      if ('why' in policy) throw new Error(policy.why);
      const path = join(folder, 'archive', 'evidence', 'bundle.zip');
      const { exitCode } = await verifyBundle({ path, policy, retained: null, replays: true, tell: () => undefined });
      expect([exitCode, (read('metadata/archive.json') as { readonly conferenceId: string }).conferenceId]).toStrictEqual([0, 'RIC-2015']);
    });
  });

  describe('copied to pages that open from a disk', () => {
    const copied = (name: string, ...more: readonly string[]) =>
      spawnSync(
        process.execPath,
        [join(operator, 'main.js'), 'conference', 'export', '--conference', 'RIC-2015', '--out', join(folder, name), ...more],
        { env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data') }, encoding: 'utf8' },
      );

    it('leads nowhere else, is whole, and is the same each time', () => {
      expect(copied('copy', '--zip')).toMatchObject({ status: 0, stderr: '' });
      expect(copied('copy-again')).toMatchObject({ status: 0, stderr: '' });
      const { files, wrong, sums } = readArchivedFolder(join(folder, 'copy'));
      expect([wrong, astrayIn(join(folder, 'copy'))]).toStrictEqual([[], []]);
      expect(readArchivedFolder(join(folder, 'copy-again')).sums).toBe(sums);
      expect(pagesOf(join(folder, 'copy')).length).toBeGreaterThan(100);
      const wanted = ['index.html', 'en/index.html', 'fr/index.html', 'en/copy.html', 'fr/copy.html', 'evidence/bundle.zip'];
      expect(wanted.filter((name) => !files.includes(name))).toStrictEqual([]);
      expect(existsSync(join(folder, 'copy.zip'))).toBe(true);
      expect(copied('copy')).toMatchObject({ status: 73 });
      expect(copied('none', '--conference', 'RIC-2099')).toMatchObject({ status: 66 });
      expect(copied('none', '--cut', 'member:kenya')).toMatchObject({ status: 64 });
    }, 120_000);

    const executable = findChromium();
    itWhere(executable !== null, 'no Chromium here (set CHROMIUM_PATH): the copy is not opened in a browser')(
      'asks for nothing when every page of it is opened without a network',
      async () => {
        const { browser, close } = await launchChromium(executable ?? '');
        try {
          expect(await openedFromDisk(browser, join(folder, 'copy'))).toStrictEqual([]);
        } finally {
          await close();
        }
      },
      180_000,
    );
  });
});
