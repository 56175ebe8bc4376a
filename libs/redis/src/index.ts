export { openRedisAttempts, openRedisRateLimiter } from './counting.ts';
export { openRedisSessionStore } from './session-store.ts';
export { RedisAway, SharedRedis, type SharedRedisParts } from './shared-redis.ts';
