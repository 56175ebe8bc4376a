import { accountDecider, type AccountLinkPurpose, type Instant } from '../../../../domain/src/index.ts';
import { formatLink, linkHash } from '../../../../identity/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from '../../contract.ts';
import { withoutSecrets } from '../../entrance/accounts.ts';
import { runCommand } from '../../run-command.ts';

const day = 24 * 60 * 60_000;

/** Days for which a link is good: who is invited may be on mission, who lost something stands at the door. */
const goodFor: { readonly [P in AccountLinkPurpose]: number } = { invitation: 14 * day, reset: day, lost_second_factor: day };

const later = (now: Instant, millis: number): Instant => new Date(Date.parse(now) + millis).toISOString() as Instant;

/** Hands out a link that lets the holder of an account set a password. The answer shows it this once; its hash is stored. */
export const offerAccountLink = async (
  env: Environment,
  context: CommandContext,
  offered: {
    readonly type: 'InviteAccount' | 'ResetAccount';
    readonly accountId: string;
    readonly personId: string;
    readonly purpose: AccountLinkPurpose;
  },
): Promise<CommandOutcome> => {
  const { type, ...input } = offered;
  const link = formatLink(offered.accountId, env.random(32));
  const now = env.clock.now();
  const data = { ...input, linkSha256: linkHash(link), now, expiresAt: later(now, goodFor[offered.purpose]) };
  const outcome = await runCommand(env, context, { decider: accountDecider, id: offered.accountId, command: { type, data }, input });
  return withoutSecrets(outcome, link);
};
