import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { refused, useCase } from '../../run-command.ts';
import { resolveWallTime, type WallTime } from '../../time/wall-time.ts';

export interface ExtendAgendaCommentPeriodInput {
  readonly agendaId: string;
  readonly circulationId: string;
  readonly commentsUntil: WallTime;
  readonly reason: CodedReason;
}

/** Gives Members more time for comments. */
export const extendAgendaCommentPeriod = useCase<ExtendAgendaCommentPeriodInput>(
  'ExtendAgendaCommentPeriod',
  async (env, input, context) => {
    const { circulationId, commentsUntil, reason } = input;
    const until = resolveWallTime(commentsUntil.wallTime, commentsUntil.zone);
    if ('rejection' in until) return refused(until.rejection);
    return onAgenda(env, context, input, {
      type: 'ExtendAgendaCommentPeriod',
      data: { ...actOf(env, context), circulationId, commentsUntil: until.deadline, reason },
    });
  },
);
