import { randomUUID } from 'node:crypto';
import { isPassword, linkHash, PasswordsBusy, readLink, type ProviderRejection } from '../../../identity/src/index.ts';
import type { Rejection } from '../../../domain/src/index.ts';
import { setAccountPassword } from '../commands/account/set-account-password.command.ts';
import type { Caller, CommandContext, Environment } from '../contract.ts';
import { accountsAt, accountState, grantsOf, type KnownAccount } from './accounts.ts';
import type { Entrance } from './entrance.ts';
import { showSecondFactor, type CodeRejection } from './second-factor.ts';

/** Where a browser stands after it asked to be let in; the token is for its cookie. */
export type Entered =
  { readonly stage: 'open' | 'password'; readonly token: string } | { readonly stage: 'refused'; readonly rejection: Rejection };

/** What a browser comes with besides what was typed. */
export interface Visitor {
  /** Network address. */
  readonly address: string;
  readonly device: string;
  /** The session token that it holds already: it ends. */
  readonly former: string | null;
}

export type SignInRejection =
  | CodeRejection
  | { readonly code: 'entrance.refused' }
  | { readonly code: 'entrance.no_accreditation' }
  | { readonly code: 'entrance.busy' }
  | { readonly code: 'entrance.provider_names_nobody' }
  | { readonly code: 'entrance.provider_too_late' }
  | ProviderRejection
  | { readonly code: 'session.ended' };

/** Lets somebody not in. */
export const refuse = (rejection: SignInRejection): Extract<Entered, { stage: 'refused' }> => ({ stage: 'refused', rejection });

/** Whose password this is; null when it is nobody's. Takes as long for a name that nobody has. */
const whosePassword = async (env: Environment, email: string, password: string): Promise<KnownAccount | null> => {
  const [account] = await accountsAt(env, email);
  return (await isPassword(account?.passwordHash ?? null, password)) ? (account ?? null) : null;
};

/** Begins a session for the holder of an account, under the first accreditation that is good. */
export const enter = async (
  env: Environment,
  entrance: Entrance,
  account: KnownAccount,
  { device, former }: Visitor,
  stage: 'open' | 'password',
): Promise<Entered> => {
  const [grant] = await grantsOf(env, account, env.clock.now());
  if (grant === undefined) return refuse({ code: 'entrance.no_accreditation' });
  const { accreditationId } = grant;
  return { stage, token: await entrance.sessions.begin({ accountId: account.accountId, accreditationId, stage, device }, former) };
};

const tryPassword = async (env: Environment, entrance: Entrance, typed: Typed, visitor: Visitor): Promise<Entered> => {
  const { byPair, byName, byAddress } = entrance.attempts;
  const name = linkHash(typed.email.toLowerCase());
  const counted = [
    [byPair, `${name} ${visitor.address}`],
    [byName, name],
    [byAddress, visitor.address],
  ] as const;
  const seconds = Math.max(...(await Promise.all(counted.map(([attempts, who]) => attempts.waitSeconds(who)))));
  if (seconds > 0) return refuse({ code: 'entrance.too_many_attempts', seconds });
  const account = await whosePassword(env, typed.email, typed.password);
  if (account === null) {
    for (const [attempts, who] of counted) await attempts.failed(who);
    return refuse({ code: 'entrance.refused' });
  }
  await byPair.succeeded(`${name} ${visitor.address}`);
  return enter(env, entrance, account, visitor, account.sealedSeed === null ? 'open' : 'password');
};

interface Typed {
  readonly email: string;
  readonly password: string;
}

/** Lets somebody in who knows an address and its password; `password` when the second factor is still to be shown. */
export const signIn = async (env: Environment, typed: Typed, visitor: Visitor): Promise<Entered> => {
  const { entrance } = env;
  if (entrance === undefined) return refuse({ code: 'entrance.not_here' });
  try {
    return await tryPassword(env, entrance, typed, visitor);
  } catch (error) {
    if (error instanceof PasswordsBusy) return refuse({ code: 'entrance.busy' });
    throw error;
  }
};

/** Opens a session that waits for its second factor, under a new token. */
export const signInWithCode = async (env: Environment, code: string, visitor: Visitor): Promise<Entered> => {
  const { entrance } = env;
  if (entrance === undefined || visitor.former === null) return refuse({ code: 'session.ended' });
  const waiting = await entrance.sessions.find(visitor.former);
  if (waiting?.stage !== 'password') return refuse({ code: 'session.ended' });
  const account = await accountState(env, waiting.accountId);
  if (account.status !== 'open' || account.sealedSeed === null) return refuse({ code: 'session.ended' });
  const wrong = await showSecondFactor(env, account.accountId, account.sealedSeed, code);
  return wrong === null ? enter(env, entrance, account, visitor, 'open') : refuse(wrong);
};

/** A command that somebody gives in his own right, without having chosen a key for it. */
export const ownContext = (caller: Caller): CommandContext => ({
  caller,
  idempotencyKey: randomUUID(),
  dryRun: false,
  ifMatch: null,
  correlationId: randomUUID(),
});

/** Sets a password with a link that was handed out, in the right of its holder. @returns why not, or null */
export const useAccountLink = async (env: Environment, link: string, password: string): Promise<Rejection | null> => {
  const read = readLink(link);
  const account = read === null ? null : await accountState(env, read.accountId);
  if (account?.status !== 'open') return { code: 'account.link_not_valid' };
  const [grant] = await grantsOf(env, account, env.clock.now());
  if (grant === undefined) return { code: 'entrance.no_accreditation' };
  try {
    const outcome = await setAccountPassword.run(env, { accountId: account.accountId, password, proof: { link } }, ownContext(grant));
    return outcome.kind === 'refused' ? outcome.rejection : null;
  } catch (error) {
    if (error instanceof PasswordsBusy) return { code: 'entrance.busy' };
    throw error;
  }
};
