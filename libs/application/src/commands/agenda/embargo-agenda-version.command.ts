import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { refused, useCase } from '../../run-command.ts';
import { resolveWallTime, type WallTime } from '../../time/wall-time.ts';

export interface EmbargoAgendaVersionInput {
  readonly agendaId: string;
  readonly until: WallTime;
  readonly reason: CodedReason;
}

/** Holds the waiting version back until a moment. */
export const embargoAgendaVersion = useCase<EmbargoAgendaVersionInput>('EmbargoAgendaVersion', async (env, input, context) => {
  const { until, reason } = input;
  const moment = resolveWallTime(until.wallTime, until.zone);
  if ('rejection' in moment) return refused(moment.rejection);
  return onAgenda(env, context, input, { type: 'EmbargoAgendaVersion', data: { ...actOf(env, context), until: moment.deadline, reason } });
});
