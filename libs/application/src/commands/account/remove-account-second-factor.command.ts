import { accountDecider } from '../../../../domain/src/index.ts';
import { accountState, holds, withoutSecrets } from '../../entrance/accounts.ts';
import { showSecondFactor } from '../../entrance/second-factor.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface RemoveAccountSecondFactorInput {
  readonly accountId: string;
  /** A code of the second factor that goes. */
  readonly code: string;
}

/** Takes the second factor from one's own account. Every session of the account ends, the one that asks among them. */
export const removeAccountSecondFactor = useCase<RemoveAccountSecondFactorInput>(
  'RemoveAccountSecondFactor',
  async (env, { accountId, code }, context) => {
    const account = await accountState(env, accountId);
    if (account.status === 'unknown' || !(await holds(env, context.caller, account))) return refused({ code: 'account.not_found' });
    const wrong = account.sealedSeed === null ? null : await showSecondFactor(env, accountId, account.sealedSeed, code);
    if (wrong !== null) return refused(wrong);
    const command = { type: 'RemoveAccountSecondFactor', data: { now: env.clock.now() } } as const;
    const outcome = await runCommand(env, context, { decider: accountDecider, id: accountId, command, input: { accountId } });
    if (outcome.kind === 'done') await env.entrance?.sessions.endAll(accountId);
    return withoutSecrets(outcome);
  },
);
