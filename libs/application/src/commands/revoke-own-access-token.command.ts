import { credentialDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RevokeOwnAccessTokenInput {
  readonly credentialId: string;
}

/** Makes a token of the caller's worthless at once. */
export const revokeOwnAccessToken = useCase<RevokeOwnAccessTokenInput>('RevokeOwnAccessToken', (env, input, context) =>
  runCommand(env, context, {
    decider: credentialDecider,
    id: input.credentialId,
    command: { type: 'RevokeOwnAccessToken', data: { by: context.caller.accreditationId, now: env.clock.now() } },
    input,
  }),
);
