import { describe, expect, it } from '@jest/globals';
import { rateLimiterInMemory } from './rate-limiter.ts';

describe('a rate limiter', () => {
  it('forgets who was quiet longest rather than growing', async () => {
    const { take } = rateLimiterInMemory(() => 0);
    const limit = { perMinute: 1 };
    expect([await take('first', limit), await take('first', limit)]).toStrictEqual([0, 60]);
    for (let name = 0; name < 50_000; name += 1) await take(`name ${name}`, limit);
    expect(await take('first', limit)).toBe(0);
  });
});
