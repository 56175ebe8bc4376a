import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface CosignAgendaCommentInput {
  readonly agendaId: string;
  readonly commentId: string;
}

/** Stands behind the comment of another Member. */
export const cosignAgendaComment = useCase<CosignAgendaCommentInput>('CosignAgendaComment', (env, input, context) => {
  const { commentId } = input;
  return onAgenda(env, context, input, { type: 'CosignAgendaComment', data: { ...actOf(env, context), commentId } });
});
