import { credentialDecider, type Instant } from '../../../domain/src/index.ts';
import { formatToken, tokenHash } from '../../../identity/src/index.ts';
import { commandIdOf, refused, runCommand, useCase } from '../run-command.ts';

export interface IssueOwnAccessTokenInput {
  readonly label: string;
  readonly expiresAt: Instant;
  /** For programs that ask and give no command. */
  readonly readsOnly?: true;
  /** Names of commands, `SaveDraft`; the only ones that are taken with it. */
  readonly commands?: readonly string[];
}

const yearMs = 366 * 24 * 60 * 60_000;

/** With a token nobody makes another, or changes how its holder signs in: whoever finds it keeps nothing beyond its end. */
export const neverByToken: ReadonlySet<string> = new Set([
  ...['IssueAccessToken', 'RevokeAccessToken', 'IssueOwnAccessToken', 'RevokeOwnAccessToken', 'IssueCalendarLink', 'RevokeCalendarLink'],
  ...['InviteAccount', 'ResetAccount', 'CloseAccount', 'SetAccountPassword', 'LinkAccountIdentity'],
  ...['EnrolAccountSecondFactor', 'RemoveAccountSecondFactor', 'GrantAccreditation', 'DelegateAuthority'],
]);

/** Makes a bearer token for the caller's own accreditation, for some commands or for asking alone. The answer shows it this once. */
export const issueOwnAccessToken = useCase<IssueOwnAccessTokenInput>('IssueOwnAccessToken', async (env, input, context) => {
  const barred = input.commands?.find((command) => neverByToken.has(command));
  if (barred !== undefined) return refused({ code: 'credential.never_by_token', command: barred });
  const { accreditationId } = context.caller;
  const credentialId = commandIdOf(context).replaceAll('-', '');
  const token = formatToken(credentialId, env.random(32));
  const now = env.clock.now();
  const latest = new Date(Date.parse(now) + yearMs).toISOString() as Instant;
  const data = { ...input, credentialId, accreditationId, tokenSha256: tokenHash(token), now, latest };
  const command = { type: 'IssueOwnAccessToken', data } as const;
  const outcome = await runCommand(env, context, { decider: credentialDecider, id: credentialId, command, input });
  if (outcome.kind !== 'done') return outcome;
  return outcome.replayed ? refused({ code: 'credential.token_already_shown' }) : { ...outcome, answer: { ...outcome.answer, token } };
});
