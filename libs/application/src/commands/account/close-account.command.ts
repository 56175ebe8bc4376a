import { accountDecider } from '../../../../domain/src/index.ts';
import { withoutSecrets } from '../../entrance/accounts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface CloseAccountInput {
  readonly accountId: string;
}

/** Closes an account for good; whoever is signed in with it is so no longer. */
export const closeAccount = useCase<CloseAccountInput>('CloseAccount', async (env, { accountId }, context) => {
  const command = { type: 'CloseAccount', data: { now: env.clock.now() } } as const;
  const outcome = await runCommand(env, context, { decider: accountDecider, id: accountId, command, input: { accountId } });
  if (outcome.kind === 'done') await env.entrance?.sessions.endAll(accountId);
  return withoutSecrets(outcome);
});
