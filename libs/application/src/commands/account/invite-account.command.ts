import { personDecider } from '../../../../domain/src/index.ts';
import { accountIdOf, accountsAt } from '../../entrance/accounts.ts';
import { refused, stateOf, useCase } from '../../run-command.ts';
import { offerAccountLink } from './offer-account-link.ts';

export interface InviteAccountInput {
  readonly personId: string;
}

/** Lets a person of the directory sign in. The answer carries the link once; with it the person sets the first password. */
export const inviteAccount = useCase<InviteAccountInput>('InviteAccount', async (env, { personId }, context) => {
  const person = await stateOf(env, personDecider, personId);
  if (person.status !== 'registered') return refused({ code: person.status === 'erased' ? 'person.erased' : 'person.not_found' });
  const { email } = person.details;
  if (email === null) return refused({ code: 'account.address_missing' });
  // Who signs in says the address, so it leads to one account.
  if ((await accountsAt(env, email)).some((account) => account.personId !== personId)) return refused({ code: 'account.address_taken' });
  return offerAccountLink(env, context, { type: 'InviteAccount', accountId: accountIdOf(personId), personId, purpose: 'invitation' });
});
