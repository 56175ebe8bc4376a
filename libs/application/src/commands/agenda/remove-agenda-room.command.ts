import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RemoveAgendaRoomInput {
  readonly agendaId: string;
  readonly roomId: string;
}

/** Takes an unused room off the programme. */
export const removeAgendaRoom = useCase<RemoveAgendaRoomInput>('RemoveAgendaRoom', (env, input, context) => {
  const { roomId } = input;
  return onAgenda(env, context, input, { type: 'RemoveAgendaRoom', data: { roomId } });
});
