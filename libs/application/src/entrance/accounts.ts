import { accountDecider, personDecider, type AccountState, type Instant, type PersonDetails } from '../../../domain/src/index.ts';
import { derivedId, StreamDeleted } from '../../../event-store/src/index.ts';
import { accreditedAt, type Authenticated } from '../../../identity/src/index.ts';
import { personsAt } from '../../../projections/src/index.ts';
import type { Caller, CommandOutcome, Environment } from '../contract.ts';
import { stateOf } from '../run-command.ts';

/** The one account of a person. */
export const accountIdOf = (personId: string): string => derivedId(personId, 'account', 0);

/** State of an account; one that was erased is unknown. */
export const accountState = async (env: Environment, accountId: string): Promise<AccountState> => {
  try {
    return await stateOf(env, accountDecider, accountId);
  } catch (error) {
    if (error instanceof StreamDeleted) return { status: 'unknown' };
    throw error;
  }
};

export type KnownAccount = Exclude<AccountState, { status: 'unknown' }>;

/** Whoever has an account and this address for mail. The address is looked up in the directory; everything else in the account's stream. */
export const accountsAt = async (env: Environment, email: string): Promise<readonly KnownAccount[]> => {
  await env.directory.upToDate();
  const states = await Promise.all(personsAt(env.directory.read, email).map((personId) => accountState(env, accountIdOf(personId))));
  return states.flatMap((state) => (state.status === 'open' ? [state] : []));
};

/** The person of an account: who it is, and what the person is accredited for; null for one that was erased. */
export const holderOf = async (
  env: Environment,
  { personId }: Pick<KnownAccount, 'personId'>,
): Promise<{ readonly details: PersonDetails; readonly accreditations: readonly Caller['accreditationId'][] } | null> => {
  try {
    const person = await stateOf(env, personDecider, personId);
    return person.status === 'registered' ? person : null;
  } catch (error) {
    if (error instanceof StreamDeleted) return null;
    throw error;
  }
};

/** What the holder of an account may act as at an instant, each read from its own stream, in the order in which they were given. */
export const grantsOf = async (env: Environment, account: KnownAccount, now: Instant): Promise<readonly Authenticated[]> => {
  const accreditations = (await holderOf(env, account))?.accreditations ?? [];
  const found = await Promise.all(accreditations.map((accreditationId) => accreditedAt(env.store, accreditationId, now)));
  return found.flatMap((grant) => ('code' in grant ? [] : [grant]));
};

/** Whether somebody who acts holds an account. */
export const holds = async (env: Environment, { accreditationId }: Caller, account: KnownAccount): Promise<boolean> =>
  (await holderOf(env, account))?.accreditations.includes(accreditationId) === true;

/** What a command on an account is answered with: that it happened, never a hash or a seed. */
export const withoutSecrets = (outcome: CommandOutcome, link?: string): CommandOutcome => {
  const bare = ({ type }: { readonly type: string }) => ({ type, data: {} });
  if (outcome.kind === 'wouldRecord') return { ...outcome, events: outcome.events.map(bare) };
  if (outcome.kind !== 'done') return outcome;
  const answer = { ...outcome.answer, events: outcome.answer.events.map(bare) };
  return { ...outcome, answer: link === undefined || outcome.replayed ? answer : { ...answer, token: link } };
};
