import { describe, expect, it } from '@jest/globals';
import { rateLimiterInMemory } from './rate-limiter.ts';

describe('a rate limiter', () => {
  it('gives so many at once, tells when the next is there, and fills up again; each name for itself', async () => {
    let now = 0;
    const { take } = rateLimiterInMemory(() => now);
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

  it('forgets who was quiet longest rather than growing', async () => {
    const { take } = rateLimiterInMemory(() => 0);
    const limit = { perMinute: 1 };
    expect([await take('first', limit), await take('first', limit)]).toStrictEqual([0, 60]);
    for (let name = 0; name < 50_000; name += 1) await take(`name ${name}`, limit);
    expect(await take('first', limit)).toBe(0);
  });
});
