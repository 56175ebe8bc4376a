import type { Bilingual } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, useCase } from '../../run-command.ts';

export interface AddAgendaRoomInput {
  readonly agendaId: string;
  readonly name: Bilingual;
  /** Seats; null when not known. */
  readonly capacity: number | null;
}

/** Adds a room. */
export const addAgendaRoom = useCase<AddAgendaRoomInput>('AddAgendaRoom', (env, input, context) => {
  const { name, capacity } = input;
  const roomId = derivedId(commandIdOf(context), 'room', 0);
  return onAgenda(env, context, input, { type: 'AddAgendaRoom', data: { roomId, name, capacity } });
});
