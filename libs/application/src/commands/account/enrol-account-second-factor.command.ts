import { accountDecider } from '../../../../domain/src/index.ts';
import { accountState, holds, withoutSecrets } from '../../entrance/accounts.ts';
import { showSecondFactor } from '../../entrance/second-factor.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';

export interface EnrolAccountSecondFactorInput {
  readonly accountId: string;
  /** The seed as it was proposed, sealed. */
  readonly sealedSeed: string;
  /** A code that the authenticator made from it. */
  readonly code: string;
}

/** Adds a second factor to one's own account, once the authenticator shows that it has taken the seed. Every session ends: none was begun with it. */
export const enrolAccountSecondFactor = useCase<EnrolAccountSecondFactorInput>(
  'EnrolAccountSecondFactor',
  async (env, { accountId, sealedSeed, code }, context) => {
    const account = await accountState(env, accountId);
    if (account.status === 'unknown' || !(await holds(env, context.caller, account))) return refused({ code: 'account.not_found' });
    const wrong = await showSecondFactor(env, accountId, sealedSeed, code);
    if (wrong !== null) return refused(wrong);
    const command = { type: 'EnrolAccountSecondFactor', data: { sealedSeed, now: env.clock.now() } } as const;
    const outcome = await runCommand(env, context, { decider: accountDecider, id: accountId, command, input: { accountId } });
    if (outcome.kind === 'done') await env.entrance?.sessions.endAll(accountId);
    return withoutSecrets(outcome);
  },
);
