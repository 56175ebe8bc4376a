import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { describeJobQueue, impatient } from '../../../../../test/contract/job-queue.contract.ts';
import { describeWithRedis, RedisServer } from '../../../../../test/support/redis.ts';
import { QueueUnavailable } from '../../index.ts';
import { openBullJobQueue } from './index.ts';

describeWithRedis('with a Redis of this machine', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.end());

  const open = (prefix: string) => openBullJobQueue({ url: redis.url, name: 'effects', prefix, policy: impatient, answerWithinMs: 1_000 });

  describeJobQueue('bullmq', () => {
    const prefix = `t-${randomUUID()}`;
    const [queue, beside] = [open(prefix), open(prefix)];
    return Promise.resolve({
      queue,
      beside,
      away: () => redis.down(),
      back: () => redis.up(),
      clean: async () => {
        await Promise.all([queue.close(), beside.close()]);
      },
    });
  });

  describe('the queue in Redis', () => {
    it('carries nothing but ids and names', async () => {
      const queue = open('bare');
      await queue.add([{ jobId: 'a-1', name: 'deliver' }]);
      const client = new Redis(redis.url);
      expect(await client.hgetall('bare:effects:a-1')).toMatchObject({ name: 'deliver', data: '{}' });
      client.disconnect();
      await queue.close();
    });
    it('knows no job any more after everything in Redis was thrown away, and takes the same ids again', async () => {
      const queue = open('flushed');
      await queue.add([{ jobId: 'a1', name: 'deliver' }]);
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
      expect(await queue.stateOf('a1')).toBeNull();
      const handed: string[] = [];
      const done = Promise.withResolvers<undefined>();
      const worker = queue.work(({ jobId }) => {
        handed.push(jobId);
        done.resolve(undefined);
        return Promise.resolve();
      });
      await queue.add([{ jobId: 'a1', name: 'deliver' }]);
      await done.promise;
      await worker.close();
      await queue.close();
      expect(handed).toStrictEqual(['a1']);
    });
    it('gives up on a Redis that stands still after the time it was given', async () => {
      const queue = open('frozen');
      await queue.ping();
      redis.freeze();
      const begun = Date.now();
      await expect(queue.add([{ jobId: 'a1', name: 'deliver' }])).rejects.toBeInstanceOf(QueueUnavailable);
      const took = Date.now() - begun;
      redis.thaw();
      expect(took).toBeLessThan(1_500);
      await queue.ping();
      await queue.close();
    });
    it('may be opened before Redis is there', async () => {
      await redis.down();
      const queue = open('early');
      await expect(queue.ping()).rejects.toBeInstanceOf(QueueUnavailable);
      await redis.up();
      const isThere = (): Promise<boolean> =>
        queue.ping().then(
          () => true,
          () => false,
        );
      const end = Date.now() + 5_000;
      while (Date.now() < end && !(await isThere()));
      await queue.ping();
      await queue.close();
    });
  });
});
