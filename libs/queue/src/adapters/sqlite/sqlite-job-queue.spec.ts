import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Sqlite, { type Database } from 'better-sqlite3';
import { describeJobQueue, impatient } from '../../../../../test/contract/job-queue.contract.ts';
import { usualPolicy } from '../../index.ts';
import { JobTable } from './job-table.ts';
import { openSqliteJobQueue } from './index.ts';

describeJobQueue('sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-queue-'));
  const path = join(folder, 'queue.db');
  const open = () => openSqliteJobQueue({ path, policy: impatient, pollMs: 20, answerWithinMs: 100 });
  const [queue, beside] = [open(), open()];
  let holder: Database | null = null;
  return Promise.resolve({
    queue,
    beside,
    away: () => {
      holder = new Sqlite(path);
      holder.exec('BEGIN EXCLUSIVE');
      return Promise.resolve();
    },
    back: () => {
      holder?.close();
      return Promise.resolve();
    },
    clean: async () => {
      await Promise.all([queue.close(), beside.close()]);
      rmSync(folder, { recursive: true });
    },
  });
});

describe('the table of the embedded queue', () => {
  let table: JobTable;
  beforeEach(() => {
    table = new JobTable(':memory:', {
      ...usualPolicy,
      attempts: 3,
      backoffMs: 100,
      leaseMs: 1_000,
      keepCompletedMs: 500,
      keepFailedMs: 900,
    });
  });
  afterEach(() => {
    table.close();
    jest.restoreAllMocks();
  });
  const done = (now: number): void => {
    table.add([{ jobId: 'a', name: 'deliver' }], now);
    table.take('me', 1, now);
    table.complete('a', 'me', now);
  };

  it('remembers a completed id for exactly as long as it says', () => {
    done(1_000);
    table.add([{ jobId: 'a', name: 'deliver' }], 1_499);
    expect(table.stateOf('a', 1_499)).toBe('completed');
    expect(table.stateOf('a', 1_500)).toBeNull();
    table.add([{ jobId: 'a', name: 'deliver' }], 1_500);
    expect(table.stateOf('a', 1_500)).toBe('waiting');
  });
  it('remembers a failed id for exactly as long as it says', () => {
    table.add([{ jobId: 'a', name: 'deliver' }], 0);
    table.take('me', 1, 0);
    expect(table.fail('a', 'me', 'gone', true, 0)).toBe(true);
    expect([table.stateOf('a', 899), table.stateOf('a', 900)]).toStrictEqual(['failed', null]);
  });
  it('waits twice as long before each further attempt', () => {
    table.add([{ jobId: 'a', name: 'deliver' }], 0);
    table.take('me', 1, 0);
    table.fail('a', 'me', 'no', false, 0);
    expect([table.take('me', 1, 99), table.take('me', 1, 100)]).toStrictEqual([[], [{ jobId: 'a', name: 'deliver', attempt: 2 }]]);
    table.fail('a', 'me', 'no', false, 100);
    expect([table.take('me', 1, 299), table.take('me', 1, 300)]).toStrictEqual([[], [{ jobId: 'a', name: 'deliver', attempt: 3 }]]);
    table.fail('a', 'me', 'no', false, 300);
    expect(table.stateOf('a', 300)).toBe('failed');
  });
  it('takes a job over when its lease has ended, not at its last instant, and lets its first holder change nothing more', () => {
    table.add([{ jobId: 'a', name: 'deliver' }], 0);
    table.take('me', 1, 0);
    table.takeOver(1_000);
    expect(table.stateOf('a', 1_000)).toBe('active');
    table.takeOver(1_001);
    expect(table.take('you', 1, 1_001)).toHaveLength(1);
    expect([table.complete('a', 'me', 1_002), table.fail('a', 'me', 'no', false, 1_002)]).toStrictEqual([false, false]);
    expect(table.stateOf('a', 1_002)).toBe('active');
    expect(table.complete('a', 'you', 1_002)).toBe(true);
  });
  it('renews the leases of one holder alone', () => {
    table.add(
      [
        { jobId: 'mine', name: 'deliver' },
        { jobId: 'yours', name: 'deliver' },
      ],
      0,
    );
    table.take('me', 1, 0);
    table.take('you', 1, 0);
    table.renew('me', 900);
    table.takeOver(1_500);
    expect([table.stateOf('mine', 1_500), table.stateOf('yours', 1_500)]).toStrictEqual(['active', 'waiting']);
  });
  it('knows when to look again: at the next due instant, after the next lease, never while paused', () => {
    expect(table.nextInstant()).toBeNull();
    table.add([{ jobId: 'a', name: 'deliver', delayMs: 70 }], 0);
    expect(table.nextInstant()).toBe(70);
    table.take('me', 1, 70);
    expect(table.nextInstant()).toBe(1_071);
    table.setPaused(true);
    expect(table.nextInstant()).toBeNull();
  });
});
