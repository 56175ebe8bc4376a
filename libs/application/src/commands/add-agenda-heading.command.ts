import { agendaDecider, type Bilingual } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { prioritiesOf } from '../facts.ts';
import { commandIdOf, runCommand, useCase } from '../run-command.ts';

export interface AddAgendaHeadingInput {
  readonly agendaId: string;
  readonly title: Bilingual;
  /** The priority it stands for; null for none. */
  readonly theme: string | null;
}

/** Adds a heading; it gets the next Roman number. */
export const addAgendaHeading = useCase<AddAgendaHeadingInput>('AddAgendaHeading', async (env, input, context) => {
  const { agendaId, title, theme } = input;
  const headingId = derivedId(commandIdOf(context), 'heading', 0);
  const priorities = await prioritiesOf(env, agendaId);
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'AddAgendaHeading', data: { headingId, title, theme, priorities } },
    input,
  });
});
