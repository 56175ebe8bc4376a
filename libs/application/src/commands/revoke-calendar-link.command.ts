import { credentialDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RevokeCalendarLinkInput {
  readonly credentialId: string;
}

/** Makes a link to a calendar of the caller's worthless at once. */
export const revokeCalendarLink = useCase<RevokeCalendarLinkInput>('RevokeCalendarLink', (env, input, context) =>
  runCommand(env, context, {
    decider: credentialDecider,
    id: input.credentialId,
    command: { type: 'RevokeCalendarLink', data: { by: context.caller.accreditationId, now: env.clock.now() } },
    input,
  }),
);
