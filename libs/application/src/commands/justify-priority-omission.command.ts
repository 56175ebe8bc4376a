import { agendaDecider, type Bilingual } from '../../../domain/src/index.ts';
import { prioritiesOf } from '../facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface JustifyPriorityOmissionInput {
  readonly agendaId: string;
  readonly theme: string;
  readonly reason: Bilingual;
}

/** Says why a priority is not on the agenda (BR-14). */
export const justifyPriorityOmission = useCase<JustifyPriorityOmissionInput>('JustifyPriorityOmission', async (env, input, context) => {
  const { agendaId, theme, reason } = input;
  const priorities = await prioritiesOf(env, agendaId);
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'JustifyPriorityOmission', data: { theme, reason, priorities } },
    input,
  });
});
