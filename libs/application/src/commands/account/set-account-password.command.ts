import { accountDecider, isLinkValid } from '../../../../domain/src/index.ts';
import { checkPassword, hashPassword, isPassword, readLink, type PasswordRejection } from '../../../../identity/src/index.ts';
import type { CommandContext, Environment } from '../../contract.ts';
import { accountState, holderOf, holds, withoutSecrets, type KnownAccount } from '../../entrance/accounts.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface SetAccountPasswordInput {
  readonly accountId: string;
  readonly password: string;
  /** What shows that the holder asks: the link that was handed out, or the password until now. */
  readonly proof: { readonly link: string } | { readonly password: string };
}

type ProofRejection =
  { readonly code: 'account.not_found' } | { readonly code: 'account.link_not_valid' } | { readonly code: 'password.wrong' };

const proofRejection = async (
  env: Environment,
  { caller }: CommandContext,
  account: KnownAccount,
  { proof }: SetAccountPasswordInput,
): Promise<ProofRejection | null> => {
  // Somebody else's account is like one that is not there.
  if (!(await holds(env, caller, account))) return { code: 'account.not_found' };
  if ('password' in proof) return (await isPassword(account.passwordHash, proof.password)) ? null : { code: 'password.wrong' };
  const link = readLink(proof.link);
  return link !== null && isLinkValid(account, link.sha256, env.clock.now()) ? null : { code: 'account.link_not_valid' };
};

/** Why a password is not taken from its holder, or null. */
const weakness = async (env: Environment, account: KnownAccount, password: string): Promise<PasswordRejection | null> => {
  const details = (await holderOf(env, account))?.details;
  return checkPassword(
    password,
    [details?.name, details?.email, details?.organisation].flatMap((known) => known ?? []),
  );
};

const linkOf = ({ proof }: SetAccountPasswordInput): string | null => ('link' in proof ? (readLink(proof.link)?.sha256 ?? null) : null);

/** Sets the password of one's own account. Every session of the account ends, the one that asks among them. */
export const setAccountPassword = useCase<SetAccountPasswordInput>('SetAccountPassword', async (env, input, context) => {
  const { accountId, password } = input;
  const account = await accountState(env, accountId);
  if (account.status === 'unknown') return refused({ code: 'account.not_found' });
  const wrong = (await proofRejection(env, context, account, input)) ?? (await weakness(env, account, password));
  if (wrong !== null) return refused(wrong);
  const linkSha256 = linkOf(input);
  const data = { passwordHash: await hashPassword(password), linkSha256, now: env.clock.now() };
  const outcome = await runCommand(env, context, {
    decider: accountDecider,
    id: accountId,
    command: { type: 'SetAccountPassword', data },
    // The hash of what was sent is stored with the event: a password must not be in it.
    input: { accountId, linkSha256 },
  });
  if (outcome.kind === 'done') await env.entrance?.sessions.endAll(accountId);
  return withoutSecrets(outcome);
});
