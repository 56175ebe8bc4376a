import { attemptsInMemory, rateLimiterInMemory, type AttemptLimit, type Attempts, type RateLimiter } from '../../identity/src/index.ts';
import { RedisAway, type SharedRedis } from './shared-redis.ts';

// A bucket that fills up as time passes. Numbers travel as text: Redis would cut them to whole ones.
const takeScript = `
  local perMinute, at = tonumber(ARGV[1]), tonumber(ARGV[2])
  local known = redis.call('HMGET', KEYS[1], 'left', 'at')
  local filled = perMinute
  if known[1] then filled = math.min(perMinute, tonumber(known[1]) + math.max(0, at - tonumber(known[2])) * perMinute / 60000) end
  local isThere = filled >= 1
  redis.call('HSET', KEYS[1], 'left', string.format('%.9f', isThere and filled - 1 or filled), 'at', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], 120000)
  return isThere and '0' or string.format('%.9f', (1 - filled) * 60 / perMinute)`;

const failScript = `
  local since = tonumber(redis.call('HGET', KEYS[1], 'since') or '-1')
  if since < 0 or tonumber(ARGV[1]) - since >= tonumber(ARGV[2]) then
    redis.call('DEL', KEYS[1])
    redis.call('HSET', KEYS[1], 'since', ARGV[1])
  end
  redis.call('HINCRBY', KEYS[1], 'failures', 1)
  redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

/** What Redis answers, or what this process has counted by itself while Redis is away. */
const orAlone = async <T>(asked: Promise<T>, alone: () => Promise<T>): Promise<T> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RedisAway) return alone();
    throw error;
  }
};

/** A limiter whose count all processes share; each counts for itself while Redis is away. @param now  milliseconds of the real clock */
export const openRedisRateLimiter = (redis: SharedRedis, now: () => number): RateLimiter => {
  const alone = rateLimiterInMemory(now);
  return {
    take: (name, limit) => {
      const asked = redis.ask((to) => to.eval(takeScript, 1, redis.keyOf('rate', name), limit.perMinute, now()));
      // Rounded where it was cut: ten seconds stay ten.
      const seconds = asked.then((wait) => Math.ceil(Number(wait) - 1e-6));
      return orAlone(
        seconds.then((wait) => Math.max(0, wait)),
        () => alone.take(name, limit),
      );
    },
  };
};

/** Failures that all processes count together; each counts for itself while Redis is away. @param kind  keeps the counts of two limits apart */
export const openRedisAttempts = (redis: SharedRedis, kind: string, limit: AttemptLimit, now: () => number): Attempts => {
  const alone = attemptsInMemory(limit, now);
  const keyOf = (name: string): string => redis.keyOf(`failed-${kind}`, name);
  const waitIn = async (name: string): Promise<number> => {
    const [failures, since] = await redis.ask((to) => to.hmget(keyOf(name), 'failures', 'since'));
    const left = Number(since ?? Number.NEGATIVE_INFINITY) + limit.spanMs - now();
    return Number(failures ?? 0) < limit.failures || left <= 0 ? 0 : Math.max(1, Math.ceil(left / 1_000));
  };
  return {
    waitSeconds: (name) => orAlone(waitIn(name), () => alone.waitSeconds(name)),
    failed: async (name) => {
      await orAlone(
        redis.ask((to) => to.eval(failScript, 1, keyOf(name), now(), limit.spanMs)),
        () => alone.failed(name),
      );
    },
    succeeded: async (name) => {
      await orAlone(
        redis.ask((to) => to.del(keyOf(name))),
        () => alone.succeeded(name).then(() => 0),
      );
    },
  };
};
