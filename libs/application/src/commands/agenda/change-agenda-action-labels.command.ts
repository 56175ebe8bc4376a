import type { ActionLabel } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface ChangeAgendaActionLabelsInput {
  readonly agendaId: string;
  readonly itemId: string;
  readonly actionLabels: readonly (ActionLabel | 'for_information')[];
}

/** Asks the body for something else on an item. */
export const changeAgendaActionLabels = useCase<ChangeAgendaActionLabelsInput>('ChangeAgendaActionLabels', (env, input, context) => {
  const { itemId, actionLabels } = input;
  return onAgenda(env, context, input, { type: 'ChangeAgendaActionLabels', data: { itemId, actionLabels } });
});
