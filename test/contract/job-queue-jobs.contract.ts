import { expect, it } from '@jest/globals';
import { Hopeless } from '../../libs/queue/src/index.ts';
import { passed, QueueDesk, until, type OpenedQueues } from './job-queue.desk.ts';

/** What becomes of a job: added once, tried as often as it may, taken away, tried again. */
export const describeJobs = (open: () => Promise<OpenedQueues>): void => {
  const desk = new QueueDesk(open);
  it('Q01 hands a job out once, by its id and name, and remembers that it is done', async () => {
    await desk.queue.add([{ jobId: 'a-1', name: 'deliver' }]);
    expect(await desk.queue.stateOf('a-1')).toBe('waiting');
    const handed = desk.noting();
    await desk.becomes('a-1', 'completed');
    await passed(100);
    expect(handed).toStrictEqual([{ jobId: 'a-1', name: 'deliver', attempt: 1 }]);
  });
  it('Q02 adds nothing for an id that is waiting, and nothing of the first changes', async () => {
    await desk.queue.add([{ jobId: 'a1', name: 'first', delayMs: 50 }]);
    await desk.queue.add([{ jobId: 'a1', name: 'second' }]);
    await desk.opened.beside.add([{ jobId: 'a1', name: 'third' }]);
    expect(await desk.queue.stateOf('a1')).toBe('delayed');
    const handed = desk.noting();
    await desk.becomes('a1', 'completed');
    await passed(100);
    expect(handed).toStrictEqual([{ jobId: 'a1', name: 'first', attempt: 1 }]);
  });
  it('Q03 adds nothing for an id that is in hand', async () => {
    const end = Promise.withResolvers<undefined>();
    let count = 0;
    desk.work(() => {
      count += 1;
      return end.promise;
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'active');
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    end.resolve(undefined);
    await desk.becomes('a1', 'completed');
    await passed(100);
    expect(count).toBe(1);
  });
  it('Q04 adds nothing for an id that is completed', async () => {
    const handed = desk.noting();
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'completed');
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await passed(100);
    expect([handed.length, await desk.queue.stateOf('a1')]).toStrictEqual([1, 'completed']);
  });
  it('Q05 adds nothing for an id that has failed', async () => {
    let count = 0;
    desk.work(() => {
      count += 1;
      return Promise.reject(new Hopeless('never'));
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'failed');
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await passed(100);
    expect([count, await desk.queue.stateOf('a1')]).toStrictEqual([1, 'failed']);
  });
  it('Q06 takes one of two equal ids in one call', async () => {
    const handed = desk.noting();
    await desk.queue.add([
      { jobId: 'a1', name: 'first' },
      { jobId: 'a1', name: 'second' },
    ]);
    await desk.becomes('a1', 'completed');
    await passed(100);
    expect(handed.map(({ name }) => name)).toStrictEqual(['first']);
  });
  it('Q07 hands nothing out before its delay has passed', async () => {
    const begun = Date.now();
    const handed: number[] = [];
    desk.work(() => {
      handed.push(Date.now() - begun);
      return Promise.resolve();
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver', delayMs: 300 }]);
    await desk.becomes('a1', 'completed');
    // Two clocks of whole milliseconds may differ by one.
    expect(handed[0]).toBeGreaterThanOrEqual(298);
    expect(handed).toHaveLength(1);
  });
  it('Q08 lets a delay be made shorter and longer, of delayed jobs alone', async () => {
    await desk.queue.add([
      { jobId: 'soon1', name: 'deliver', delayMs: 60_000 },
      { jobId: 'later1', name: 'deliver', delayMs: 300 },
      { jobId: 'now1', name: 'deliver' },
    ]);
    expect(await desk.queue.changeDelay('soon1', 50)).toBe(true);
    expect(await desk.queue.changeDelay('later1', 60_000)).toBe(true);
    expect([await desk.queue.changeDelay('now1', 1_000), await desk.queue.changeDelay('unknown1', 1_000)]).toStrictEqual([false, false]);
    desk.noting({ concurrency: 4 });
    await desk.becomes('soon1', 'completed');
    await passed(400);
    expect([await desk.queue.stateOf('later1'), await desk.queue.stateOf('now1')]).toStrictEqual(['delayed', 'completed']);
  });
  it('Q09 tries a failing job as often as its policy says, later each time, and no more', async () => {
    const at: number[] = [];
    const attempts: number[] = [];
    desk.work(({ attempt }) => {
      at.push(Date.now());
      attempts.push(attempt);
      return Promise.reject(new Error('no'));
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'failed');
    await passed(150);
    expect(attempts).toStrictEqual([1, 2, 3]);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(18);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(38);
  });
  it('Q10 is content with an attempt that succeeds', async () => {
    const attempts: number[] = [];
    desk.work(({ attempt }) => {
      attempts.push(attempt);
      return attempt < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'completed');
    expect(attempts).toStrictEqual([1, 2, 3]);
  });
  it('Q11 does not try again what is hopeless', async () => {
    const attempts: number[] = [];
    desk.work(({ attempt }) => {
      attempts.push(attempt);
      return Promise.reject(new Hopeless('gone'));
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'failed');
    await passed(100);
    expect(attempts).toStrictEqual([1]);
  });
  it('Q12 tries a failed job again when it is told to, from the first attempt on', async () => {
    const attempts: number[] = [];
    let isMended = false;
    desk.work(({ attempt }) => {
      attempts.push(attempt);
      return isMended ? Promise.resolve() : Promise.reject(new Hopeless('gone'));
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'failed');
    isMended = true;
    expect(await desk.queue.retry('a1')).toBe(true);
    await desk.becomes('a1', 'completed');
    expect(attempts).toStrictEqual([1, 1]);
    expect([await desk.queue.retry('a1'), await desk.queue.retry('unknown1')]).toStrictEqual([false, false]);
  });
  it('Q13 takes away what nobody has in hand, and forgets its id', async () => {
    await desk.queue.add([
      { jobId: 'waits1', name: 'deliver' },
      { jobId: 'delayed1', name: 'deliver', delayMs: 60_000 },
    ]);
    expect([await desk.queue.remove('waits1'), await desk.queue.remove('delayed1'), await desk.queue.remove('unknown1')]).toStrictEqual([
      true,
      true,
      false,
    ]);
    expect([await desk.queue.stateOf('waits1'), await desk.queue.stateOf('delayed1')]).toStrictEqual([null, null]);
    const handed = desk.noting();
    await passed(100);
    expect(handed).toStrictEqual([]);
    await desk.queue.add([{ jobId: 'waits1', name: 'deliver' }]);
    await until(() => handed.length === 1);
  });
  it('Q14 takes nothing away that is in hand', async () => {
    const end = Promise.withResolvers<undefined>();
    desk.work(() => end.promise);
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'active');
    expect(await desk.queue.remove('a1')).toBe(false);
    end.resolve(undefined);
    await desk.becomes('a1', 'completed');
  });
};
