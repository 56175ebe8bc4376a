import type { ActionLabel, Bilingual } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { carriedItem } from '../../agenda-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, useCase } from '../../run-command.ts';

export interface CarryAgendaItemInput {
  readonly agendaId: string;
  readonly headingId: string;
  readonly fromAgendaId: string;
  readonly fromItemId: string;
  readonly title: Bilingual;
  readonly actionLabels: readonly (ActionLabel | 'for_information')[];
}

/** Takes over an item that an earlier session carried forward to this one. */
export const carryAgendaItem = useCase<CarryAgendaItemInput>('CarryAgendaItem', async (env, input, context) => {
  const { headingId, title, actionLabels } = input;
  const itemId = derivedId(commandIdOf(context), 'item', 0);
  const carried = await carriedItem(env, input.fromAgendaId, input.fromItemId);
  return onAgenda(env, context, input, { type: 'CarryAgendaItem', data: { itemId, headingId, title, actionLabels, carried } });
});
