import { conferenceDecider } from '../../../../domain/src/index.ts';
import { agendaState } from '../../agenda-facts.ts';
import { runCommand, stateOf, useCase } from '../../run-command.ts';

export interface CloseConferenceInput {
  readonly conferenceId: string;
}

/** Closes a conference whose agenda is closed. */
export const closeConference = useCase<CloseConferenceInput>('CloseConference', async (env, input, context) => {
  const { conferenceId } = input;
  const conference = await stateOf(env, conferenceDecider, conferenceId);
  const agenda = conference.status === 'unannounced' || conference.agendaId === null ? null : await agendaState(env, conference.agendaId);
  const agendaClosed = agenda?.status === 'opened' && agenda.closed;
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'CloseConference', data: { now: env.clock.now(), agendaClosed } },
    input,
  });
});
