import { mailboxDecider, type NoticePreference } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';
import { zoneExists } from '../../time/wall-time.ts';

export interface SetMailboxPreferenceInput {
  readonly preference: NoticePreference;
}

/** Puts on record how the caller wants to be told by mail, from now on. */
export const setMailboxPreference = useCase<SetMailboxPreferenceInput>('SetMailboxPreference', (env, input, context) => {
  const { accreditationId } = context.caller;
  const { quietHours } = input.preference;
  const data = { accreditationId, ...input, zoneExists: quietHours === null || zoneExists(quietHours.zone), now: env.clock.now() };
  return runCommand(env, context, {
    decider: mailboxDecider,
    id: accreditationId,
    command: { type: 'SetMailboxPreference', data },
    input,
  });
});
