import type { CalendarDate } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RemoveAgendaDayInput {
  readonly agendaId: string;
  readonly date: CalendarDate;
}

/** Takes an empty day off the programme. */
export const removeAgendaDay = useCase<RemoveAgendaDayInput>('RemoveAgendaDay', (env, input, context) => {
  const { date } = input;
  return onAgenda(env, context, input, { type: 'RemoveAgendaDay', data: { date } });
});
