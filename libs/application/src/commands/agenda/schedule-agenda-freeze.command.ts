import { freezeDate } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface ScheduleAgendaFreezeInput {
  readonly agendaId: string;
  /** Calendar days. */
  readonly daysBefore: number;
}

/** Sets when the agenda is frozen, counted back from the first day of the meeting. */
export const scheduleAgendaFreeze = useCase<ScheduleAgendaFreezeInput>('ScheduleAgendaFreeze', async (env, input, context) => {
  const { agendaId, daysBefore } = input;
  const due = await freezeDate(env, agendaId, daysBefore);
  return onAgenda(env, context, input, { type: 'ScheduleAgendaFreeze', data: { now: env.clock.now(), daysBefore, due } });
});
