import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptLimit, Attempts, RateLimiter } from '../../libs/identity/src/index.ts';

export interface OpenedCounting {
  readonly limiter: (now: () => number) => RateLimiter;
  readonly attempts: (kind: string, limit: AttemptLimit, now: () => number) => Attempts;
  readonly empty: () => Promise<void>;
  readonly clean: () => Promise<void>;
}

/** What everything that counts requests and failures has to do. */
export const describeCounting = (kind: string, open: () => Promise<OpenedCounting>): void => {
  describe(`counting contract, ${kind}`, () => {
    let opened: OpenedCounting;
    let now: number;
    beforeAll(async () => {
      opened = await open();
    });
    beforeEach(async () => {
      now = 1_764_000_000_000;
      await opened.empty();
    });
    afterAll(() => opened.clean());

    it('gives so many at once, tells when the next is there, and fills up again; each name for itself', async () => {
      const { take } = opened.limiter(() => now);
      const limit = { perMinute: 6 };
      for (let taken = 0; taken < 6; taken += 1) expect(await take('one', limit)).toBe(0);
      expect([await take('one', limit), await take('other', limit)]).toStrictEqual([10, 0]);
      now += 9_999;
      expect(await take('one', limit)).toBe(1);
      now += 1;
      expect([await take('one', limit), await take('one', limit)]).toStrictEqual([0, 10]);
      now += 10 * 60_000;
      for (let taken = 0; taken < 6; taken += 1) expect(await take('one', limit)).toBe(0);
      expect(await take('one', limit)).toBe(10);
    });
    it('gives no more to many who ask at the same time', async () => {
      const { take } = opened.limiter(() => now);
      const waits = await Promise.all(Array.from({ length: 40 }, () => take('crowd', { perMinute: 25 })));
      expect(waits.filter((seconds) => seconds === 0).length).toBe(25);
    });

    it('makes whoever failed too often wait for the rest of the span, and nobody else', async () => {
      const attempts = opened.attempts('pair', { failures: 3, spanMs: 60_000 }, () => now);
      for (let failed = 0; failed < 3; failed += 1) {
        expect(await attempts.waitSeconds('ada')).toBe(0);
        await attempts.failed('ada');
        now += 1_000;
      }
      expect([await attempts.waitSeconds('ada'), await attempts.waitSeconds('ben')]).toStrictEqual([57, 0]);
      now += 56_999;
      expect(await attempts.waitSeconds('ada')).toBe(1);
      now += 1;
      expect(await attempts.waitSeconds('ada')).toBe(0);
      await attempts.failed('ada');
      expect(await attempts.waitSeconds('ada')).toBe(0);
    });
    it('forgives whoever succeeds, in this count and in no other', async () => {
      const [pair, name] = ['pair', 'name'].map((one) => opened.attempts(one, { failures: 1, spanMs: 60_000 }, () => now));
      for (const attempts of [pair, name]) await attempts?.failed('ada');
      await pair?.succeeded('ada');
      expect([await pair?.waitSeconds('ada'), await name?.waitSeconds('ada')]).toStrictEqual([0, 60]);
    });
  });
};
