import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const demo = resolve(process.env['JOURNEY_BUILD'] ?? 'dist', 'apps', 'operator', 'demo', 'main.js');

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
});
