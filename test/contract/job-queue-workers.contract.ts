import { expect, it } from '@jest/globals';
import { InvalidJob, QueueUnavailable } from '../../libs/queue/src/index.ts';
import { passed, QueueDesk, until, type OpenedQueues } from './job-queue.desk.ts';

/** Who gets which job when, what happens when a worker or the backend goes, and what no queue takes. */
export const describeWorkers = (open: () => Promise<OpenedQueues>): void => {
  const desk = new QueueDesk(open);
  it('Q15 hands jobs of one priority out in their order, and smaller priorities first', async () => {
    const plain = Array.from({ length: 20 }, (_, index) => ({ jobId: `p-${String(index)}`, name: 'deliver' }));
    await desk.queue.add([{ jobId: 'late1', name: 'deliver', priority: 9 }, { jobId: 'middle1', name: 'deliver', priority: 3 }, ...plain]);
    const handed = desk.noting();
    await until(() => handed.length === 22);
    expect(handed.map(({ jobId }) => jobId)).toStrictEqual([...plain.map(({ jobId }) => jobId), 'middle1', 'late1']);
  });
  it('Q16 has as many in hand at once as a worker may, and no more', async () => {
    let [now, most] = [0, 0];
    desk.work(
      async () => {
        now += 1;
        most = Math.max(most, now);
        await passed(20);
        now -= 1;
      },
      { concurrency: 4 },
    );
    const jobs = Array.from({ length: 16 }, (_, index) => ({ jobId: `c-${String(index)}`, name: 'deliver' }));
    await desk.queue.add(jobs);
    await until(async () => (await desk.queue.counts()).completed === 16);
    expect(most).toBe(4);
  });
  it('Q17 gives every one of a thousand jobs to exactly one of four workers', async () => {
    const handed = [
      desk.noting({ concurrency: 5 }),
      desk.noting(),
      desk.noting({ concurrency: 5 }, desk.opened.beside),
      desk.noting({}, desk.opened.beside),
    ];
    await desk.queue.add(Array.from({ length: 1_000 }, (_, index) => ({ jobId: `m-${String(index)}`, name: 'deliver' })));
    await until(async () => (await desk.queue.counts()).completed === 1_000, 20_000);
    const ids = handed.flat().map(({ jobId }) => jobId);
    expect([ids.length, new Set(ids).size]).toStrictEqual([1_000, 1_000]);
  });
  it('Q18 gives a job whose worker vanished to another one', async () => {
    const vanishing = desk.queue.work(() => new Promise(() => undefined));
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'active');
    await vanishing.close(0);
    expect(await desk.queue.stateOf('a1')).toBe('active');
    const handed = desk.noting();
    await desk.becomes('a1', 'completed');
    expect(handed).toStrictEqual([{ jobId: 'a1', name: 'deliver', attempt: 1 }]);
  });
  it('Q19 gives a job up whose workers vanish again and again', async () => {
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    let count = 0;
    const vanish = async (): Promise<void> => {
      const taken = Promise.withResolvers<undefined>();
      const worker = desk.queue.work(() => {
        count += 1;
        taken.resolve(undefined);
        return new Promise(() => undefined);
      });
      await taken.promise;
      await worker.close(0);
    };
    await vanish();
    await vanish();
    const handed = desk.noting();
    await desk.becomes('a1', 'failed');
    expect([count, handed]).toStrictEqual([2, []]);
  });
  it('Q20 keeps a job that takes longer than a lease with the worker that lives', async () => {
    let count = 0;
    const slow = async (): Promise<void> => {
      count += 1;
      await passed(1_200);
    };
    desk.work(slow);
    desk.work(slow, {}, desk.opened.beside);
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'completed');
    expect(count).toBe(1);
  });
  it('Q21 waits, when a worker is closed, for what it has in hand, and hands it nothing more', async () => {
    const handed: string[] = [];
    const worker = desk.queue.work(async ({ jobId }) => {
      handed.push(jobId);
      await passed(150);
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'active');
    const closing = worker.close();
    await desk.queue.add([{ jobId: 'b1', name: 'deliver' }]);
    await closing;
    expect([await desk.queue.stateOf('a1'), await desk.queue.stateOf('b1'), handed]).toStrictEqual(['completed', 'waiting', ['a1']]);
  });
  it('Q22 hands nothing out while it is paused, through any door, and goes on afterwards', async () => {
    const [here, there] = [desk.noting(), desk.noting({}, desk.opened.beside)];
    await desk.queue.pause();
    await passed(50);
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await passed(300);
    expect([here, there]).toStrictEqual([[], []]);
    expect((await desk.queue.counts()).waiting).toBe(1);
    await desk.queue.resume();
    await desk.becomes('a1', 'completed');
  });
  it('Q23 takes everything away that waits, and leaves what is done', async () => {
    desk.noting();
    await desk.queue.add([{ jobId: 'done1', name: 'deliver' }]);
    await desk.becomes('done1', 'completed');
    await desk.queue.pause();
    await desk.queue.add([
      { jobId: 'a1', name: 'deliver' },
      { jobId: 'b1', name: 'deliver', delayMs: 60_000 },
    ]);
    await desk.queue.drain();
    expect(await desk.queue.counts()).toStrictEqual({ waiting: 0, delayed: 0, active: 0, completed: 1, failed: 0 });
  });
  it('Q24 counts what is in it', async () => {
    await desk.queue.add([
      { jobId: 'a1', name: 'deliver' },
      { jobId: 'b1', name: 'deliver', priority: 5 },
      { jobId: 'c1', name: 'deliver', delayMs: 60_000 },
    ]);
    expect(await desk.queue.counts()).toStrictEqual({ waiting: 2, delayed: 1, active: 0, completed: 0, failed: 0 });
  });
  it.each([
    [{ jobId: '', name: 'deliver' }],
    [{ jobId: '123', name: 'deliver' }],
    [{ jobId: 'stalled-check', name: 'deliver' }],
    [{ jobId: 'a:b', name: 'deliver' }],
    [{ jobId: 'a b', name: 'deliver' }],
    [{ jobId: 'é', name: 'deliver' }],
    [{ jobId: 'a1'.repeat(64) + 'a', name: 'deliver' }],
    [{ jobId: 'a1', name: '' }],
    [{ jobId: 'a1', name: 'Deliver' }],
    [{ jobId: 'a1', name: 'deliver', delayMs: -1 }],
    [{ jobId: 'a1', name: 'deliver', delayMs: Number.NaN }],
    [{ jobId: 'a1', name: 'deliver', priority: 1_001 }],
    [{ jobId: 'a1', name: 'deliver', priority: 0.5 }],
  ])('Q25 refuses %j, and with it the whole call', async (wrong) => {
    await expect(desk.queue.add([{ jobId: 'good1', name: 'deliver' }, wrong])).rejects.toBeInstanceOf(InvalidJob);
    expect(await desk.queue.stateOf('good1')).toBeNull();
  });
  it('Q26 takes the longest id, delay and priority', async () => {
    await desk.queue.add([{ jobId: 'a1'.repeat(64), name: 'deliver', delayMs: 366 * 24 * 3_600_000, priority: 1_000 }]);
    expect(await desk.queue.stateOf('a1'.repeat(64))).toBe('delayed');
  });
  it('Q27 says at once that its backend is away, and works again when it is back, without being opened anew', async () => {
    const handed = desk.noting();
    await desk.queue.add([{ jobId: 'before1', name: 'deliver' }]);
    await desk.becomes('before1', 'completed');
    await desk.opened.away();
    const begun = Date.now();
    await expect(desk.queue.add([{ jobId: 'during1', name: 'deliver' }])).rejects.toBeInstanceOf(QueueUnavailable);
    await expect(desk.queue.ping()).rejects.toBeInstanceOf(QueueUnavailable);
    expect(Date.now() - begun).toBeLessThan(5_000);
    await desk.opened.back();
    await until(() =>
      desk.queue.ping().then(
        () => true,
        () => false,
      ),
    );
    await desk.queue.add([{ jobId: 'after1', name: 'deliver' }]);
    await desk.becomes('after1', 'completed');
    expect(handed.map(({ jobId }) => jobId)).toContain('after1');
  });
  it('Q28 takes nothing after it was closed', async () => {
    await desk.opened.beside.close();
    await expect(desk.opened.beside.add([{ jobId: 'a1', name: 'deliver' }])).rejects.toBeInstanceOf(QueueUnavailable);
    await expect(desk.opened.beside.ping()).rejects.toBeInstanceOf(QueueUnavailable);
    expect(() => desk.opened.beside.work(() => Promise.resolve())).toThrow(QueueUnavailable);
  });
  it('Q29 survives a handler that throws before it promises anything', async () => {
    let count = 0;
    desk.work(() => {
      count += 1;
      if (count === 1) throw new Error('at once');
      return Promise.resolve();
    });
    await desk.queue.add([{ jobId: 'a1', name: 'deliver' }]);
    await desk.becomes('a1', 'completed');
    expect(count).toBe(2);
  });
};
