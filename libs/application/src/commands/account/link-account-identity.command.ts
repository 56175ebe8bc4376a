import { accountDecider } from '../../../../domain/src/index.ts';
import { accountState, holds, withoutSecrets } from '../../entrance/accounts.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface LinkAccountIdentityInput {
  readonly accountId: string;
  /** SHA-256 of the provider and its name for the person. */
  readonly identitySha256: string;
}

/** Remembers whom a provider spoke of when the holder of an account first came through it. Nobody else comes in under the same address. */
export const linkAccountIdentity = useCase<LinkAccountIdentityInput>(
  'LinkAccountIdentity',
  async (env, { accountId, identitySha256 }, context) => {
    const account = await accountState(env, accountId);
    if (account.status === 'unknown' || !(await holds(env, context.caller, account))) return refused({ code: 'account.not_found' });
    const command = { type: 'LinkAccountIdentity', data: { identitySha256, now: env.clock.now() } } as const;
    const input = { accountId, identitySha256 };
    return withoutSecrets(await runCommand(env, context, { decider: accountDecider, id: accountId, command, input }));
  },
);
