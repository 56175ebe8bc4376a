import { SessionsUnavailable, spentForMs, type SessionRecord, type SessionStore } from '../../identity/src/index.ts';
import type { SharedRedis } from './shared-redis.ts';

/** Longer than any session lasts; what is not swept before goes by itself. */
const keptForMs = 24 * 60 * 60_000;

// A session, its place among those of its account, and the two times by which sessions are swept.
const putScript = `
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[5])
  redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
  redis.call('PEXPIRE', KEYS[2], ARGV[5])
  redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1])
  redis.call('ZADD', KEYS[4], ARGV[4], ARGV[1])`;

const touchScript = `
  if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1]) end`;

interface Stored extends Omit<SessionRecord, 'seenAt'> {
  readonly seenAt?: never;
}

class RedisSessionStore implements SessionStore {
  readonly #redis: SharedRedis;
  readonly #byStart: string;
  readonly #bySight: string;

  constructor(redis: SharedRedis) {
    this.#redis = redis;
    this.#byStart = redis.keyOf('sessions', 'by start');
    this.#bySight = redis.keyOf('sessions', 'by sight');
  }

  readonly #ask: SharedRedis['ask'] = async (question) => {
    try {
      return await this.#redis.ask(question);
    } catch (cause) {
      throw new SessionsUnavailable('sessions are out of reach', { cause });
    }
  };

  #ofToken(tokenSha256: string): string {
    return this.#redis.keyOf('session', tokenSha256);
  }

  #ofHolder(accountId: string): string {
    return this.#redis.keyOf('sessions-of', accountId);
  }

  put: SessionStore['put'] = async ({ seenAt, ...session }) => {
    const { tokenSha256: token, accountId, startedAt } = session;
    const keys = [this.#ofToken(token), this.#ofHolder(accountId), this.#byStart, this.#bySight];
    await this.#ask((to) => to.eval(putScript, keys.length, ...keys, token, JSON.stringify(session), startedAt, seenAt, keptForMs));
  };

  byToken: SessionStore['byToken'] = async (token) => {
    const [text, seenAt] = await this.#ask((to) => Promise.all([to.get(this.#ofToken(token)), to.zscore(this.#bySight, token)]));
    return text === null || seenAt === null ? null : { ...(JSON.parse(text) as Stored), seenAt: Number(seenAt) };
  };

  touch: SessionStore['touch'] = async (token, seenAt) => {
    await this.#ask((to) => to.eval(touchScript, 2, this.#ofToken(token), this.#bySight, token, seenAt));
  };

  ofAccount: SessionStore['ofAccount'] = async (accountId) => {
    const tokens = await this.#ask((to) => to.zrange(this.#ofHolder(accountId), '0', '-1'));
    const found = (await Promise.all(tokens.map(this.byToken))).filter((session) => session !== null);
    return found.sort((a, b) => b.startedAt - a.startedAt || (a.sessionId < b.sessionId ? -1 : 1));
  };

  remove: SessionStore['remove'] = async (token) => {
    const found = await this.byToken(token);
    const lists = [...(found === null ? [] : [this.#ofHolder(found.accountId)]), this.#byStart, this.#bySight];
    await this.#ask((to) => Promise.all([to.del(this.#ofToken(token)), ...lists.map((key) => to.zrem(key, token))]));
  };

  sweep: SessionStore['sweep'] = async (startedBefore, seenBefore) => {
    const before = (key: string, instant: number) => this.#ask((to) => to.zrangebyscore(key, '-inf', `(${instant}`));
    const over = new Set([...(await before(this.#byStart, startedBefore)), ...(await before(this.#bySight, seenBefore))]);
    for (const token of over) await this.remove(token);
  };

  spend: SessionStore['spend'] = async (what, nowMs) =>
    (await this.#ask((to) => to.set(this.#redis.keyOf('spent', what), String(nowMs), 'PX', spentForMs, 'NX'))) === 'OK';

  // The connection belongs to whoever opened it.
  close = (): void => undefined;
}

/** Keeps sessions where every process of a deployment finds them. */
export const openRedisSessionStore = (redis: SharedRedis): SessionStore => new RedisSessionStore(redis);
