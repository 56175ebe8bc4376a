import type { ActionLabel, AgendaProcedure, Bilingual } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, useCase } from '../../run-command.ts';

export interface AddProceduralAgendaItemInput {
  readonly agendaId: string;
  readonly headingId: string;
  readonly title: Bilingual;
  readonly actionLabels: readonly (ActionLabel | 'for_information')[];
  readonly procedure: AgendaProcedure;
}

/** Adds an item that no topic stands behind: opening, adoption of the agenda, closing. */
export const addProceduralAgendaItem = useCase<AddProceduralAgendaItemInput>('AddProceduralAgendaItem', (env, input, context) => {
  const { headingId, title, actionLabels, procedure } = input;
  const itemId = derivedId(commandIdOf(context), 'item', 0);
  return onAgenda(env, context, input, { type: 'AddProceduralAgendaItem', data: { itemId, headingId, title, actionLabels, procedure } });
});
