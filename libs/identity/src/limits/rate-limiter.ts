/** How much somebody may ask for: so many at once, and as many again in each minute. */
export interface RateLimit {
  readonly perMinute: number;
}

/** Counts what somebody asks for. One process counts in memory; several would share a count. */
export interface RateLimiter {
  /** Takes one off what is left to a name. @returns 0 when it was there, otherwise the seconds until it will be */
  readonly take: (name: string, limit: RateLimit) => Promise<number>;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Names that are remembered at once; the one that was quiet longest makes room. */
const rememberedAtMost = 50_000;

/** A bucket for each name, which fills up as time passes. @param now  milliseconds of the real clock */
export const rateLimiterInMemory = (now: () => number): RateLimiter => {
  const buckets = new Map<string, Bucket>();
  return {
    take: (name, { perMinute }) => {
      const at = now();
      const known = buckets.get(name);
      const filled = known === undefined ? perMinute : Math.min(perMinute, known.left + ((at - known.at) * perMinute) / 60_000);
      const isThere = filled >= 1;
      buckets.delete(name);
      buckets.set(name, { left: isThere ? filled - 1 : filled, at });
      const [quietest] = buckets.size > rememberedAtMost ? buckets.keys() : [];
      if (quietest !== undefined) buckets.delete(quietest);
      return Promise.resolve(isThere ? 0 : Math.max(1, Math.ceil(((1 - filled) * 60) / perMinute)));
    },
  };
};
