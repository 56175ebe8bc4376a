import { credentialDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RevokeAccessTokenInput {
  readonly credentialId: string;
}

/** Makes a token worthless at once. */
export const revokeAccessToken = useCase<RevokeAccessTokenInput>('RevokeAccessToken', (env, input, context) =>
  runCommand(env, context, {
    decider: credentialDecider,
    id: input.credentialId,
    command: { type: 'RevokeAccessToken', data: { now: env.clock.now() } },
    input,
  }),
);
