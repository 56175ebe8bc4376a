import { conferenceDecider } from '../../../../domain/src/index.ts';
import { agendaState } from '../../agenda-facts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface OpenConferenceProgrammeInput {
  readonly conferenceId: string;
  readonly agendaId: string;
}

/** Opens the programme of a conference: its agenda is being built. */
export const openConferenceProgramme = useCase<OpenConferenceProgrammeInput>('OpenConferenceProgramme', async (env, input, context) => {
  const { conferenceId, agendaId } = input;
  const agenda = await agendaState(env, agendaId);
  const agendaOpen = agenda.status === 'opened' && agenda.meeting.kind === 'conference' && agenda.meeting.id === conferenceId;
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'OpenConferenceProgramme', data: { now: env.clock.now(), agendaId, agendaOpen } },
    input,
  });
});
