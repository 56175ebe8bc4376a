import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lastLines = (text: string): string => text.trim().split('\n').slice(-12).join('\n');

describe('every question of the API', () => {
  it('is answered as of a ledger size as it was answered then, byte for byte', () => {
    const few = ['--until', '2015-02-25', '--sizes', '2', '--last', '620', '--per-route', '2'];
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', 'test/asof/run.mjs', ...few], {
      cwd: root,
      encoding: 'utf8',
      timeout: 120_000,
    });
    expect([status, lastLines(stdout), status === 0 ? '' : lastLines(stderr)]).toStrictEqual([
      0,
      expect.stringMatching(/at 2 ledger sizes[^]*\d{3} passed, 0 failed, 0 skipped$/),
      '',
    ]);
  }, 130_000);
});
