import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { refused, useCase } from '../../run-command.ts';
import { resolveWallTime, type WallTime } from '../../time/wall-time.ts';

export interface ScheduleAgendaPublicationInput {
  readonly agendaId: string;
  readonly due: WallTime;
}

/** Sets when the approved version goes out by itself. */
export const scheduleAgendaPublication = useCase<ScheduleAgendaPublicationInput>(
  'ScheduleAgendaPublication',
  async (env, input, context) => {
    const { due } = input;
    const moment = resolveWallTime(due.wallTime, due.zone);
    if ('rejection' in moment) return refused(moment.rejection);
    return onAgenda(env, context, input, { type: 'ScheduleAgendaPublication', data: { ...actOf(env, context), due: moment.deadline } });
  },
);
