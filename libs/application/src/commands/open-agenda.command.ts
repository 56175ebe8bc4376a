import { agendaDecider, type Bilingual } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface OpenAgendaInput {
  readonly agendaId: string;
  readonly conferenceId: string;
  readonly title: Bilingual;
  readonly themeSetId: string;
}

/** Opens the working agenda of a conference. */
export const openAgenda = useCase<OpenAgendaInput>('OpenAgenda', (env, input, context) => {
  const { agendaId, conferenceId, title, themeSetId } = input;
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'OpenAgenda', data: { agendaId, conferenceId, title, themeSetId } },
    input,
  });
});
