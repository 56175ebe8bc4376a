import type { CommentDisposition, WorkingText } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface DisposeAgendaCommentInput {
  readonly agendaId: string;
  readonly commentId: string;
  readonly disposition: CommentDisposition;
  readonly reason: WorkingText;
}

/** Answers a comment, with a reason (BR-19). */
export const disposeAgendaComment = useCase<DisposeAgendaCommentInput>('DisposeAgendaComment', (env, input, context) => {
  const { commentId, disposition, reason } = input;
  return onAgenda(env, context, input, { type: 'DisposeAgendaComment', data: { ...actOf(env, context), commentId, disposition, reason } });
});
