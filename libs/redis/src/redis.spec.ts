import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { describeCounting } from '../../../test/contract/counting.contract.ts';
import { describeSessionStore } from '../../../test/contract/session-store.contract.ts';
import { describeWithRedis, RedisServer } from '../../../test/support/redis.ts';
import { Sessions, SessionsUnavailable } from '../../identity/src/index.ts';
import { openRedisAttempts, openRedisRateLimiter, openRedisSessionStore, RedisAway, SharedRedis } from './index.ts';

jest.setTimeout(60_000);

const opening = async () => {
  const server = await RedisServer.start();
  const redis = new SharedRedis({ url: server.url, prefix: 'test', answerWithinMs: 300 });
  const clean = async (): Promise<void> => {
    redis.close();
    await server.end();
  };
  const empty = async (): Promise<void> => {
    await redis.ask((to) => to.flushall());
  };
  return { server, redis, clean, empty };
};

describeWithRedis('Redis', () => {
  describeSessionStore('Redis', async () => {
    const { redis, clean, empty } = await opening();
    return { store: openRedisSessionStore(redis), empty, clean };
  });

  describeCounting('Redis', async () => {
    const { redis, clean, empty } = await opening();
    return {
      limiter: (now) => openRedisRateLimiter(redis, now),
      attempts: (kind, limit, now) => openRedisAttempts(redis, kind, limit, now),
      empty,
      clean,
    };
  });

  describe('when it is lost', () => {
    let opened: Awaited<ReturnType<typeof opening>>;
    let sessions: Sessions;
    const began = { accountId: 'ada', accreditationId: 'officer-1', stage: 'open', device: 'Firefox' } as const;
    beforeAll(async () => {
      opened = await opening();
      sessions = new Sessions(openRedisSessionStore(opened.redis), Date.now);
    });
    beforeEach(() => opened.empty());
    afterAll(() => opened.clean());

    /** Until it answers again: the connection comes back by itself. */
    const isBack = async (): Promise<void> => {
      for (let tries = 0; tries < 100; tries += 1) {
        const answer = await opened.redis.ask((to) => to.ping()).catch((error: unknown) => error);
        if (answer === 'PONG') return;
        await new Promise((later) => setTimeout(later, 50));
      }
      throw new Error('Redis did not come back');
    };

    it('signs everybody out when it is flushed, and lets everybody in again', async () => {
      const token = await sessions.begin(began, null);
      expect(await sessions.find(token)).toMatchObject({ accountId: 'ada' });
      await opened.empty();
      expect([await sessions.find(token), await sessions.of('ada')]).toStrictEqual([null, []]);
      expect(await sessions.find(await sessions.begin(began, token))).toMatchObject({ accountId: 'ada' });
    });

    it.each(['down', 'frozen'] as const)(
      'takes whoever has a session for nobody while it is %s, within its time, and comes back',
      async (how) => {
        const token = await sessions.begin(began, null);
        if (how === 'down') await opened.server.down('SIGTERM');
        else opened.server.freeze();
        const at = performance.now();
        expect(await sessions.find(token)).toBeNull();
        await expect(sessions.begin(began, null)).rejects.toBeInstanceOf(SessionsUnavailable);
        await expect(sessions.endAll('ada')).rejects.toBeInstanceOf(SessionsUnavailable);
        expect(performance.now() - at).toBeLessThan(3 * 300 + 500);
        expect(opened.redis.fault()).not.toBeNull();
        if (how === 'down') await opened.server.up();
        else opened.server.thaw();
        await isBack();
        expect([(await sessions.find(token))?.accountId, opened.redis.fault()]).toStrictEqual(['ada', null]);
      },
    );

    it('counts in this process alone while it is down', async () => {
      const limiter = openRedisRateLimiter(opened.redis, () => 0);
      const attempts = openRedisAttempts(opened.redis, 'pair', { failures: 1, spanMs: 60_000 }, () => 0);
      await opened.server.down();
      expect([await limiter.take('one', { perMinute: 1 }), await limiter.take('one', { perMinute: 1 })]).toStrictEqual([0, 60]);
      await attempts.failed('ada');
      expect(await attempts.waitSeconds('ada')).toBe(60);
      await opened.server.up();
      await isBack();
      expect(await limiter.take('one', { perMinute: 1 })).toBe(0);
    });

    it('holds neither names nor addresses in its keys', async () => {
      await openRedisRateLimiter(opened.redis, Date.now).take('address 192.0.2.7', { perMinute: 5 });
      await openRedisAttempts(opened.redis, 'name', { failures: 1, spanMs: 60_000 }, Date.now).failed('ada@example.org');
      const keys = await opened.redis.ask((to) => to.keys('*'));
      expect(keys.length).toBe(2);
      expect(keys.join(' ')).not.toMatch(/192|ada/);
    });

    it('makes nobody wait twice for what does not answer', async () => {
      opened.server.freeze();
      await expect(opened.redis.ask((to) => to.ping())).rejects.toBeInstanceOf(RedisAway);
      const at = performance.now();
      await expect(opened.redis.ask((to) => to.ping())).rejects.toBeInstanceOf(RedisAway);
      expect(performance.now() - at).toBeLessThan(50);
      opened.server.thaw();
      await isBack();
    });
  });
});
