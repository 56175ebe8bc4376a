import type { CodedReason } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface CancelAgendaSlotInput {
  readonly agendaId: string;
  readonly slotId: string;
  readonly reason: CodedReason;
}

/** Cancels a slot; later versions say so. */
export const cancelAgendaSlot = useCase<CancelAgendaSlotInput>('CancelAgendaSlot', (env, input, context) => {
  const { slotId, reason } = input;
  return onAgenda(env, context, input, { type: 'CancelAgendaSlot', data: { slotId, reason } });
});
