import { conferenceDecider } from '../../../../domain/src/index.ts';
import { agendaState } from '../../agenda-facts.ts';
import { runCommand, stateOf, useCase } from '../../run-command.ts';

export interface PublishConferenceProgrammeInput {
  readonly conferenceId: string;
}

/** Announces the latest published version of the agenda as the programme. */
export const publishConferenceProgramme = useCase<PublishConferenceProgrammeInput>(
  'PublishConferenceProgramme',
  async (env, input, context) => {
    const { conferenceId } = input;
    const conference = await stateOf(env, conferenceDecider, conferenceId);
    const agendaId = conference.status === 'unannounced' ? null : conference.agendaId;
    const agenda = agendaId === null ? null : await agendaState(env, agendaId);
    const version = agenda?.status === 'opened' && agenda.published > 0 ? agenda.published : null;
    return runCommand(env, context, {
      decider: conferenceDecider,
      id: conferenceId,
      command: { type: 'PublishConferenceProgramme', data: { now: env.clock.now(), version } },
      input,
    });
  },
);
