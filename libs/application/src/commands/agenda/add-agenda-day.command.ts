import type { Bilingual, CalendarDate } from '../../../../domain/src/index.ts';
import { meetingDays, otherMeetings } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface AddAgendaDayInput {
  readonly agendaId: string;
  readonly date: CalendarDate;
  readonly title: Bilingual;
}

/** Adds a day of the meeting to the programme, and warns of meetings on the same day. */
export const addAgendaDay = useCase<AddAgendaDayInput>('AddAgendaDay', async (env, input, context) => {
  const { agendaId, date, title } = input;
  const facts = { meetingDays: await meetingDays(env, agendaId), otherMeetings: await otherMeetings(env, agendaId) };
  return onAgenda(env, context, input, { type: 'AddAgendaDay', data: { date, title, ...facts } });
});
