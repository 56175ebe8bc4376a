import {
  accreditedAt,
  cookieIn,
  markOf,
  type FromBrowser,
  type NotAuthenticated,
  type SessionRecord,
} from '../../../identity/src/index.ts';
import type { Caller, Environment } from '../contract.ts';
import { accountState, grantsOf, holderOf } from './accounts.ts';

/** Somebody who is signed in: how, and as whom. */
export interface SignedIn {
  readonly session: SessionRecord;
  readonly caller: Caller;
}

export type NotSignedIn = NotAuthenticated | { readonly code: 'session.ended' } | { readonly code: 'session.second_factor_missing' };

/** Who a session token stands for, or why for nobody. The session ends with the account and with the accreditation it acts under. */
export const signedIn = async (env: Environment, token: string): Promise<SignedIn | NotSignedIn> => {
  const session = (await env.entrance?.sessions.find(token)) ?? null;
  if (session === null) return { code: 'session.ended' };
  if (session.stage === 'password') return { code: 'session.second_factor_missing' };
  const account = await accountState(env, session.accountId);
  const found =
    account.status === 'open' ? await accreditedAt(env.store, session.accreditationId as Caller['accreditationId'], env.clock.now()) : null;
  if (found !== null && !('code' in found)) return { session, caller: found };
  await env.entrance?.sessions.end(token);
  return found ?? { code: 'session.ended' };
};

/** The session token that a browser holds; null when it holds none, or nobody signs in here. */
export const sessionTokenOf = ({ entrance }: Environment, browser: Pick<FromBrowser, 'cookie'>): string | null =>
  entrance === undefined ? null : cookieIn(entrance.address, browser, 'session');

/** Text that a form carries to show that a page of ours was its origin; worthless with any other cookie. Null where nobody signs in. */
export const formMark = ({ entrance }: Environment, cookie: string): string | null =>
  entrance === undefined ? null : markOf(entrance.key, 'form', cookie);

/** One session as its holder sees it in a list. */
export interface SessionView {
  readonly sessionId: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly device: string;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** Where the holder of a session is signed in, newest first. */
export const sessionsOf = async ({ entrance }: Environment, { session }: SignedIn): Promise<readonly SessionView[]> =>
  ((await entrance?.sessions.of(session.accountId)) ?? []).map(({ sessionId, startedAt, seenAt, device }) => ({
    sessionId,
    startedAt: new Date(startedAt).toISOString(),
    seenAt: new Date(seenAt).toISOString(),
    device,
    isThis: sessionId === session.sessionId,
  }));

/** Somebody's own account, as shown to its holder. */
export interface OwnAccount {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  /** What the holder may act as now. */
  readonly grants: readonly Caller[];
}

export const ownAccount = async (env: Environment, { session }: SignedIn): Promise<OwnAccount | null> => {
  const account = await accountState(env, session.accountId);
  if (account.status !== 'open') return null;
  const details = (await holderOf(env, account))?.details;
  return {
    accountId: account.accountId,
    name: details?.name ?? '',
    email: details?.email ?? '',
    hasSecondFactor: account.sealedSeed !== null,
    grants: await grantsOf(env, account, env.clock.now()),
  };
};

/** Acts under another accreditation of the holder from now on, under a new token; null when it is not the holder's now. */
export const actAs = async (env: Environment, { session }: SignedIn, token: string, accreditationId: string): Promise<string | null> => {
  const account = await accountState(env, session.accountId);
  if (account.status !== 'open' || env.entrance === undefined) return null;
  const grant = (await grantsOf(env, account, env.clock.now())).find((held) => held.accreditationId === accreditationId);
  if (grant === undefined) return null;
  const { accountId, device } = session;
  return env.entrance.sessions.begin({ accountId, accreditationId: grant.accreditationId, stage: 'open', device }, token);
};
