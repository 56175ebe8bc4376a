import { accountState } from '../../entrance/accounts.ts';
import { refused, useCase } from '../../run-command.ts';
import { offerAccountLink } from './offer-account-link.ts';

export interface ResetAccountInput {
  readonly accountId: string;
  /** The second factor was lost as well: it goes with the new password. */
  readonly lostSecondFactor: boolean;
}

/** Hands out a link to a new password, after somebody made sure of who asks. What is signed in stays so until it is used. */
export const resetAccount = useCase<ResetAccountInput>('ResetAccount', async (env, { accountId, lostSecondFactor }, context) => {
  const account = await accountState(env, accountId);
  if (account.status === 'unknown') return refused({ code: 'account.not_found' });
  const purpose = lostSecondFactor ? 'lost_second_factor' : 'reset';
  return offerAccountLink(env, context, { type: 'ResetAccount', accountId, personId: account.personId, purpose });
});
