import type { Bilingual, CalendarDate } from '../../../../domain/src/index.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface NoteOtherMeetingInput {
  readonly agendaId: string;
  readonly meetingId: string;
  readonly name: Bilingual;
  readonly start: CalendarDate;
  /** Last day. */
  readonly end: CalendarDate;
  readonly place: string;
  readonly source: string;
}

/** Notes a meeting held elsewhere, and warns of the days that fall on it. */
export const noteOtherMeeting = useCase<NoteOtherMeetingInput>('NoteOtherMeeting', (env, input, context) => {
  const { meetingId, name, start, end, place, source } = input;
  return onAgenda(env, context, input, { type: 'NoteOtherMeeting', data: { meetingId, name, start, end, place, source } });
});
