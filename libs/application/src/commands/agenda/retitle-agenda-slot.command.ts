import type { Bilingual } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RetitleAgendaSlotInput {
  readonly agendaId: string;
  readonly slotId: string;
  readonly title: Bilingual;
}

/** Gives a slot another title. */
export const retitleAgendaSlot = useCase<RetitleAgendaSlotInput>('RetitleAgendaSlot', (env, input, context) => {
  const { slotId, title } = input;
  return onAgenda(env, context, input, { type: 'RetitleAgendaSlot', data: { slotId, title } });
});
