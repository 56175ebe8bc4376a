import type { CodedReason } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RemoveAgendaHeadingInput {
  readonly agendaId: string;
  readonly headingId: string;
  readonly reason: CodedReason;
}

/** Removes an empty heading; its number is not given again. */
export const removeAgendaHeading = useCase<RemoveAgendaHeadingInput>('RemoveAgendaHeading', (env, input, context) => {
  const { headingId, reason } = input;
  return onAgenda(env, context, input, { type: 'RemoveAgendaHeading', data: { headingId, reason } });
});
