import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface AssignAgendaSlotItemsInput {
  readonly agendaId: string;
  readonly slotId: string;
  readonly itemIds: readonly string[];
}

/** Says which items a slot takes up. */
export const assignAgendaSlotItems = useCase<AssignAgendaSlotItemsInput>('AssignAgendaSlotItems', (env, input, context) => {
  const { slotId, itemIds } = input;
  return onAgenda(env, context, input, { type: 'AssignAgendaSlotItems', data: { slotId, itemIds } });
});
