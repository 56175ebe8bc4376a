import { conferenceDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';
import { brusselsDate } from '../../time/wall-time.ts';

export interface OpenConferenceInput {
  readonly conferenceId: string;
}

/** Opens a conference, not before its first day in Brussels. */
export const openConference = useCase<OpenConferenceInput>('OpenConference', (env, input, context) => {
  const { conferenceId } = input;
  const now = env.clock.now();
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'OpenConference', data: { now, today: brusselsDate(now) } },
    input,
  });
});
