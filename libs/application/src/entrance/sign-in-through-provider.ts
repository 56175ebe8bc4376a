import type { Language } from '../../../domain/src/index.ts';
import {
  markOf,
  type DeploymentKey,
  type ProvidedIdentity,
  type ProviderChecks,
  type SignInProvider,
} from '../../../identity/src/index.ts';
import { linkAccountIdentity } from '../commands/account/link-account-identity.command.ts';
import type { Environment } from '../contract.ts';
import { accountsAt, grantsOf } from './accounts.ts';
import type { Entrance } from './entrance.ts';
import { enter, ownContext, refuse, type Entered, type Visitor } from './sign-in.ts';

/** Where a browser is sent, and what it keeps for the way back. */
export type SentToProvider = { readonly url: string; readonly cookie: string } | Extract<Entered, { stage: 'refused' }>;

const tenMinutes = 10 * 60_000;

/** What a browser keeps: when it asked, and a secret of its own; everything else follows from it. */
const cookieForm = /^([0-9a-z]{8,9})-[A-Za-z0-9_-]{43}$/;

const checksFor = (key: DeploymentKey, cookie: string): ProviderChecks => ({
  state: markOf(key, 'provider state', cookie),
  nonce: markOf(key, 'provider nonce', cookie),
  verifier: markOf(key, 'provider verifier', cookie),
});

/** Where the provider sends people back to. */
const redirectUri = (origin: string, language: Language): string => `${origin}/${language}/sign-in/callback`;

/** Sends somebody to the provider. @param origin  of our own pages */
export const beginThroughProvider = async (env: Environment, origin: string, language: Language): Promise<SentToProvider> => {
  const { entrance, random } = env;
  if (entrance?.provider === undefined) return refuse({ code: 'entrance.not_here' });
  const cookie = `${entrance.nowMs().toString(36)}-${Buffer.from(random(32)).toString('base64url')}`;
  const sent = await entrance.provider.begin(redirectUri(origin, language), checksFor(entrance.key, cookie));
  return 'code' in sent ? refuse(sent) : { url: sent.url, cookie };
};

/** Lets the holder of an account in of whom the provider spoke; the first time it is remembered who that is. */
const welcome = async (
  env: Environment,
  entrance: Entrance,
  { email, identitySha256 }: ProvidedIdentity,
  visitor: Visitor,
): Promise<Entered> => {
  const [account] = email === null ? [] : await accountsAt(env, email);
  if (account === undefined) return refuse({ code: 'entrance.provider_names_nobody' });
  const [grant] = await grantsOf(env, account, env.clock.now());
  if (grant === undefined) return refuse({ code: 'entrance.no_accreditation' });
  if (account.identitySha256 !== identitySha256) {
    const linked = await linkAccountIdentity.run(env, { accountId: account.accountId, identitySha256 }, ownContext(grant));
    if (linked.kind === 'refused') return { stage: 'refused', rejection: linked.rejection };
  }
  return enter(env, entrance, account, visitor, account.sealedSeed === null ? 'open' : 'password');
};

const comeBack = async (
  env: Environment,
  { entrance, provider }: { readonly entrance: Entrance; readonly provider: SignInProvider },
  returned: URL,
  cookie: string | null,
  visitor: Visitor,
): Promise<Entered> => {
  const begun = Number.parseInt(cookieForm.exec(cookie ?? '')?.[1] ?? '', 36);
  const passed = entrance.nowMs() - begun;
  if (cookie === null || !(passed >= 0 && passed < tenMinutes)) return refuse({ code: 'entrance.provider_too_late' });
  const checks = checksFor(entrance.key, cookie);
  // Each way back is gone once, whoever kept a copy of it.
  if (!(await entrance.sessions.spend(`provider ${checks.state}`))) return refuse({ code: 'entrance.provider_too_late' });
  const identity = await provider.finish(returned, checks);
  return 'code' in identity ? refuse(identity) : welcome(env, entrance, identity, visitor);
};

/**
 * Lets somebody in whom the provider sent back, with the second factor of the account where it has one.
 *
 * @param returned  the address that the provider sent him to
 * @param cookie  what the browser kept when it was sent there
 */
export const finishThroughProvider = async (env: Environment, returned: URL, cookie: string | null, visitor: Visitor): Promise<Entered> => {
  const { entrance } = env;
  if (entrance?.provider === undefined) return refuse({ code: 'entrance.not_here' });
  const { byAddress } = entrance.attempts;
  const seconds = await byAddress.waitSeconds(visitor.address);
  if (seconds > 0) return refuse({ code: 'entrance.too_many_attempts', seconds });
  const entered = await comeBack(env, { entrance, provider: entrance.provider }, returned, cookie, visitor);
  if (entered.stage === 'refused') await byAddress.failed(visitor.address);
  return entered;
};
