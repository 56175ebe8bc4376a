import { closeAccount } from './close-account.command.ts';
import { enrolAccountSecondFactor } from './enrol-account-second-factor.command.ts';
import { inviteAccount } from './invite-account.command.ts';
import { linkAccountIdentity } from './link-account-identity.command.ts';
import { removeAccountSecondFactor } from './remove-account-second-factor.command.ts';
import { resetAccount } from './reset-account.command.ts';
import { setAccountPassword } from './set-account-password.command.ts';

/** Commands on how people sign in, by name. */
export const accountCommands = {
  closeAccount,
  enrolAccountSecondFactor,
  inviteAccount,
  linkAccountIdentity,
  removeAccountSecondFactor,
  resetAccount,
  setAccountPassword,
} as const;
