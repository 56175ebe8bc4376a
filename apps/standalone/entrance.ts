import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasAccounts, openEntrance, type Environment } from '../../libs/application/src/index.ts';
import { deploymentKey, linkHash, openSqliteSessionStore, rateLimiterInMemory, type DeploymentKey } from '../../libs/identity/src/index.ts';
import { setupCaller } from './opening.ts';
import type { Settings } from './settings.ts';

/** The entrance of a data folder, and how to end keeping it. */
export interface KeptEntrance {
  readonly env: Pick<Environment, 'entrance' | 'limits'>;
  /** What the first holder of an account is let in with; null once somebody has one. Shown by this start and never again. */
  readonly setUpLink: string | null;
  readonly close: () => void;
}

/** The key of a deployment, made at the first start. It is in no backup: whoever has both could read the seeds of second factors. */
const keyIn = (folder: string): DeploymentKey => {
  const file = join(folder, 'key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return deploymentKey(new Uint8Array(readFileSync(file)));
};

/** What one person, all of one Member together, and one address may ask for in a minute. */
const perMinute = { subject: { perMinute: 600 }, member: { perMinute: 2_400 }, address: { perMinute: 1_200 } } as const;

/** Limits of a service that others reach; whoever serves only the machine itself is not held up by himself. */
const limitsFor = ({ host, publicOrigin }: Settings): Pick<Environment, 'limits'> => {
  const isPrivate = publicOrigin === undefined && /^(?:127\.|::1$|localhost$)/.test(host);
  return isPrivate ? {} : { limits: { limiter: rateLimiterInMemory(Date.now), ...perMinute } };
};

/** Opens sessions and key in a folder of their own, which only this user reads. */
export const keepEntrance = async (settings: Settings, store: Environment['store']): Promise<KeptEntrance> => {
  const { dataDir, publicOrigin = null } = settings;
  const folder = join(dataDir, 'entrance');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sessions = openSqliteSessionStore(join(folder, 'sessions.db'));
  const setUpLink = (await hasAccounts({ store })) ? null : randomBytes(32).toString('base64url');
  const setUp = setUpLink === null ? null : { linkSha256: linkHash(setUpLink), caller: setupCaller };
  const entrance = openEntrance(sessions, { key: keyIn(folder), address: { origin: publicOrigin }, setUp }, Date.now);
  return {
    env: { entrance, ...limitsFor(settings) },
    setUpLink,
    close: () => {
      sessions.close();
    },
  };
};
