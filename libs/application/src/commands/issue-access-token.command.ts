import { credentialDecider, type AccreditationId, type Instant } from '../../../domain/src/index.ts';
import { accreditedAt, formatToken, tokenHash } from '../../../identity/src/index.ts';
import { commandIdOf, refused, runCommand, useCase } from '../run-command.ts';

export interface IssueAccessTokenInput {
  readonly accreditationId: string;
  readonly label: string;
  readonly expiresAt: Instant | null;
  /** For programs that ask and give no command. */
  readonly readsOnly?: true;
}

/** Makes a bearer token for an accreditation. The answer shows it this once; only its hash is stored. */
export const issueAccessToken = useCase<IssueAccessTokenInput>('IssueAccessToken', async (env, input, context) => {
  const accreditationId = input.accreditationId as AccreditationId;
  const now = env.clock.now();
  const accredited = await accreditedAt(env.store, accreditationId, now);
  if ('code' in accredited) return refused(accredited);
  const credentialId = commandIdOf(context).replaceAll('-', '');
  const token = formatToken(credentialId, env.random(32));
  const { label, expiresAt, readsOnly } = input;
  const scope = readsOnly === true ? { readsOnly } : {};
  const data = { credentialId, accreditationId, tokenSha256: tokenHash(token), label, now, expiresAt, ...scope };
  const outcome = await runCommand(env, context, {
    decider: credentialDecider,
    id: credentialId,
    command: { type: 'IssueAccessToken', data },
    input,
  });
  if (outcome.kind !== 'done') return outcome;
  return outcome.replayed ? refused({ code: 'credential.token_already_shown' }) : { ...outcome, answer: { ...outcome.answer, token } };
});
