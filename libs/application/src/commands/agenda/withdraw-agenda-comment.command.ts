import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface WithdrawAgendaCommentInput {
  readonly agendaId: string;
  readonly commentId: string;
}

/** Takes an own comment back. */
export const withdrawAgendaComment = useCase<WithdrawAgendaCommentInput>('WithdrawAgendaComment', (env, input, context) => {
  const { commentId } = input;
  return onAgenda(env, context, input, { type: 'WithdrawAgendaComment', data: { ...actOf(env, context), commentId } });
});
