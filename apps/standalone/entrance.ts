import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasAccounts, openEntrance, type EntranceParts, type Environment } from '../../libs/application/src/index.ts';
import {
  deploymentKey,
  linkHash,
  markOf,
  openIdProvider,
  openSqliteSessionStore,
  rateLimiterInMemory,
  type DeploymentKey,
  type RateLimiter,
  type SessionStore,
} from '../../libs/identity/src/index.ts';
import { CannotStart } from './data-dir.ts';
import { setupCaller } from './opening.ts';
import type { Settings } from './settings.ts';

/** The entrance of a data folder, and how to end keeping it. */
export interface KeptEntrance {
  readonly env: Pick<Environment, 'entrance' | 'limits' | 'shared'>;
  /** What the first holder of an account is let in with; null once somebody has one. Shown by this start and never again. */
  readonly setUpLink: string | null;
  readonly close: () => void;
}

/** What is counted and remembered of those who ask: by this process, or shared by all of a deployment. */
interface Keeping {
  readonly sessions: SessionStore;
  readonly limiter: RateLimiter;
  readonly counting?: EntranceParts['counting'];
  readonly shared?: Environment['shared'];
  readonly close: () => void;
}

/** Redis is loaded only where one is used. */
const keepInRedis = async (url: string): Promise<Keeping> => {
  const { openRedisAttempts, openRedisRateLimiter, openRedisSessionStore, SharedRedis } = await import('../../libs/redis/src/index.ts');
  const redis = new SharedRedis({ url, prefix: 'rapporteur' });
  return {
    sessions: openRedisSessionStore(redis),
    limiter: openRedisRateLimiter(redis, Date.now),
    counting: (kind, limit) => openRedisAttempts(redis, kind, limit, Date.now),
    shared: { ping: () => redis.ask(async (to) => to.ping()).then(() => undefined) },
    close: () => {
      redis.close();
    },
  };
};

const keepInFile = (folder: string): Keeping => {
  const sessions = openSqliteSessionStore(join(folder, 'sessions.db'));
  const close = (): void => {
    sessions.close();
  };
  return { sessions, limiter: rateLimiterInMemory(Date.now), close };
};

/** The key that all processes of a deployment are given. @throws CannotStart */
const sharedKey = (file: string): DeploymentKey => {
  const bytes = existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
  if (bytes?.length === 32) return deploymentKey(bytes);
  throw new CannotStart(`ENTRANCE_KEY: ${file} does not hold 32 bytes. Make them with: head -c 32 /dev/urandom > ${file}`, {
    exitCode: 78,
  });
};

/** The key of a deployment, made at the first start. It is in no backup: whoever has both could read the seeds of second factors. */
const keyIn = (folder: string): DeploymentKey => {
  const file = join(folder, 'key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return deploymentKey(new Uint8Array(readFileSync(file)));
};

/** What one person, all of one Member together, and one address may ask for in a minute. */
const perMinute = { subject: { perMinute: 600 }, member: { perMinute: 2_400 }, address: { perMinute: 1_200 } } as const;

/** Limits of a service that others reach; whoever serves only the machine itself is not held up by himself. */
const limitsFor = ({ host, publicOrigin }: Settings, limiter: RateLimiter): Pick<Environment, 'limits'> => {
  const isPrivate = publicOrigin === undefined && /^(?:127\.|::1$|localhost$)/.test(host);
  return isPrivate ? {} : { limits: { limiter, ...perMinute } };
};

/** What the first holder of an account is let in with. Processes that share a key offer the same link, whichever of them is asked. */
const setUpLinkOf = (shared: DeploymentKey | null): string =>
  shared === null ? randomBytes(32).toString('base64url') : markOf(shared, 'set-up', 'the first account');

/** Opens sessions and key in a folder of their own, which only this user reads. */
export const keepEntrance = async (settings: Settings, store: Environment['store']): Promise<KeptEntrance> => {
  const { dataDir, publicOrigin = null, redisUrl, entranceKey, signInProvider } = settings;
  const folder = join(dataDir, 'entrance');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = entranceKey === undefined ? keyIn(folder) : sharedKey(entranceKey);
  const { sessions, limiter, counting, shared, close } = redisUrl === undefined ? keepInFile(folder) : await keepInRedis(redisUrl);
  const setUpLink = (await hasAccounts({ store })) ? null : setUpLinkOf(entranceKey === undefined ? null : key);
  const setUp = setUpLink === null ? null : { linkSha256: linkHash(setUpLink), caller: setupCaller };
  const address = { origin: publicOrigin };
  const provider = signInProvider === undefined ? {} : { provider: openIdProvider(signInProvider) };
  const parts = { key, address, setUp, ...provider, ...(counting === undefined ? {} : { counting }) };
  const entrance = openEntrance(sessions, parts, Date.now);
  return { env: { entrance, ...limitsFor(settings, limiter), ...(shared === undefined ? {} : { shared }) }, setUpLink, close };
};
