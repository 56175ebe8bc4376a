import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Sqlite, { type Database } from 'better-sqlite3';
import { StreamNotFound } from '../../errors.ts';
import { GroupCommit } from './group-commit.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('group commit', () => {
  let db: Database;
  let statements: string[];
  let failing: (sql: string, nth: number) => string | null;
  let commits: GroupCommit;
  let wakes: number;
  const insert = (n: number) => (): number => db.prepare('INSERT INTO t VALUES (?)').run(n).changes * n;
  const stored = (): unknown[] => db.prepare('SELECT n FROM t ORDER BY rowid').pluck().all();

  beforeEach(() => {
    db = new Sqlite(':memory:');
    db.exec('CREATE TABLE t (n INTEGER CHECK (n < 100))');
    statements = [];
    failing = () => null;
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      statements.push(sql);
      const code = failing(sql, statements.filter((one) => one === sql).length);
      if (code !== null) throw failure(code);
      return exec(sql);
    };
    wakes = 0;
    commits = new GroupCommit(db, () => (wakes += 1));
  });

  it('gives what is asked for together one transaction, in order, and each its own answer', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => commits.run(insert(n), {})));
    expect([answers, stored(), statements, wakes]).toStrictEqual([[1, 2, 3], [1, 2, 3], ['BEGIN IMMEDIATE', 'COMMIT'], 1]);
  });

  it('keeps a refusal to the one it concerns', async () => {
    const refuse = (): never => {
      throw new StreamNotFound('thing-1');
    };
    const answers = await Promise.allSettled([commits.run(insert(1), {}), commits.run(refuse, {}), commits.run(insert(3), {})]);
    expect(answers.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([stored(), statements]).toStrictEqual([
      [1, 3],
      ['BEGIN IMMEDIATE', 'COMMIT'],
    ]);
  });

  it('answers nobody before COMMIT', async () => {
    const order: string[] = [];
    failing = (sql) => {
      if (sql === 'COMMIT') order.push('commit');
      return null;
    };
    await commits.run(insert(1), {}).then(() => order.push('answer'));
    expect(order).toStrictEqual(['commit', 'answer']);
  });

  it('tries each alone once when the transaction is lost, and fails only the one that cannot be', async () => {
    const answers = await Promise.allSettled([1, 500, 3].map((n) => commits.run(insert(n), {})));
    expect(answers.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toStrictEqual([1, 3]);
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(2);
  });

  it('says that the outcome is unknown when COMMIT fails, and goes on afterwards', async () => {
    failing = (sql, nth) => (sql === 'COMMIT' && nth === 1 ? 'SQLITE_IOERR_FSYNC' : null);
    const answers = await Promise.allSettled([commits.run(insert(1), {}), commits.run(insert(2), {})]);
    expect(answers).toMatchObject([
      { reason: { code: 'unavailable', outcome: 'unknown', phase: 'inflight' } },
      { reason: { code: 'unavailable', outcome: 'unknown' } },
    ]);
    expect(await commits.run(insert(3), {})).toBe(3);
  });

  it('says that nothing was done when it cannot begin, and asks once only', async () => {
    failing = (sql) => (sql === 'BEGIN IMMEDIATE' ? 'SQLITE_BUSY' : null);
    const answers = await Promise.allSettled([commits.run(insert(1), {}), commits.run(insert(2), {})]);
    expect(answers).toMatchObject([{ reason: { outcome: 'not_applied' } }, { reason: { outcome: 'not_applied' } }]);
    expect(statements).toStrictEqual(['BEGIN IMMEDIATE']);
  });

  it('leaves out what nobody waits for any more', async () => {
    const stop = new AbortController();
    const waiting = [
      commits.run(insert(1), { signal: stop.signal }),
      commits.run(insert(2), { deadlineMs: -1 }),
      commits.run(insert(3), {}),
    ];
    stop.abort();
    expect(await Promise.allSettled(waiting)).toMatchObject([
      { reason: { code: 'cancelled', outcome: 'not_applied' } },
      { reason: { code: 'deadline_exceeded', outcome: 'not_applied' } },
      { value: 3 },
    ]);
    expect(stored()).toStrictEqual([3]);
  });

  it('begins nothing when nobody waits any more', async () => {
    await expect(commits.run(insert(1), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect([statements, wakes]).toStrictEqual([[], 0]);
  });

  it('waits for five seconds unless told otherwise, on the millisecond', async () => {
    const now = jest.spyOn(performance, 'now');
    const waitingFor = async (milliseconds: number, options: { readonly deadlineMs?: number }): Promise<unknown> => {
      now.mockReturnValueOnce(1_000).mockReturnValueOnce(1_000 + milliseconds);
      return commits.run(insert(1), options).catch((error: unknown) => (error as Error).message);
    };
    expect(await waitingFor(5_000, {})).toBe(1);
    expect(await waitingFor(5_001, {})).toBe('no answer within 5000 ms');
    expect(await waitingFor(10, { deadlineMs: 10 })).toBe(1);
    expect(await waitingFor(11, { deadlineMs: 10 })).toBe('no answer within 10 ms');
  });

  it('says what was wrong with the one that cannot be, as far as it is known', async () => {
    const full = (): never => {
      throw failure('SQLITE_FULL');
    };
    expect(await Promise.allSettled([commits.run(full, {}), commits.run(insert(500), {})])).toMatchObject([
      { reason: { message: 'the event store is unavailable: the disk is full', outcome: 'not_applied', cause: { code: 'SQLITE_FULL' } } },
      { reason: { code: 'unknown', cause: { code: 'SQLITE_CONSTRAINT_CHECK' } } },
    ]);
    expect([stored(), db.inTransaction, wakes]).toStrictEqual([[], false, 0]);
  });

  it('splits a crowd into transactions and finishes them when it is drained', async () => {
    const crowd = Array.from({ length: 1_100 }, (_one, n) => commits.run(insert(n % 100), {}));
    commits.drain();
    expect((await Promise.all(crowd)).length).toBe(1_100);
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(3);
  });

  describe('leaves nothing to do behind', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['performance', 'nextTick'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('when all is done', async () => {
      const crowd = Promise.all(Array.from({ length: 513 }, (_one, n) => commits.run(insert(n % 100), {})));
      expect(jest.getTimerCount()).toBe(1);
      jest.runOnlyPendingTimers();
      expect([stored().length, jest.getTimerCount()]).toStrictEqual([512, 1]);
      jest.runOnlyPendingTimers();
      expect([(await crowd).length, jest.getTimerCount()]).toStrictEqual([513, 0]);
      const next = commits.run(insert(1), {});
      jest.runOnlyPendingTimers();
      expect(await next).toBe(1);
    });

    it('when it is drained', async () => {
      const one = commits.run(insert(1), {});
      commits.drain();
      expect([await one, jest.getTimerCount()]).toStrictEqual([1, 0]);
      commits.drain();
      expect(statements).toStrictEqual(['BEGIN IMMEDIATE', 'COMMIT']);
    });
  });
});
