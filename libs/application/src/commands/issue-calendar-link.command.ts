import { credentialDecider, type CalendarLinkScope } from '../../../domain/src/index.ts';
import { formatCalendarLink, tokenHash } from '../../../identity/src/index.ts';
import { commandIdOf, refused, runCommand, useCase } from '../run-command.ts';

export interface IssueCalendarLinkInput {
  readonly scope: CalendarLinkScope;
}

/** Makes a link by which the caller's calendar is subscribed to. The answer shows it this once; only its hash is stored. */
export const issueCalendarLink = useCase<IssueCalendarLinkInput>('IssueCalendarLink', async (env, input, context) => {
  const { accreditationId } = context.caller;
  const credentialId = commandIdOf(context).replaceAll('-', '');
  const token = formatCalendarLink(credentialId, env.random(32));
  const data = { credentialId, accreditationId, scope: input.scope, tokenSha256: tokenHash(token), now: env.clock.now() };
  const command = { type: 'IssueCalendarLink', data } as const;
  const outcome = await runCommand(env, context, { decider: credentialDecider, id: credentialId, command, input });
  if (outcome.kind !== 'done') return outcome;
  return outcome.replayed ? refused({ code: 'credential.token_already_shown' }) : { ...outcome, answer: { ...outcome.answer, token } };
});
