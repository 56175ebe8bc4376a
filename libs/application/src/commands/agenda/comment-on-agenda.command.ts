import type { CommentKind, CommentTarget, WorkingText } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { commandIdOf, useCase } from '../../run-command.ts';

export interface CommentOnAgendaInput {
  readonly agendaId: string;
  readonly target: CommentTarget;
  readonly kind: CommentKind;
  readonly text: WorkingText;
}

/** Comments on an item or slot of the circulated draft; observers are heard apart (BR-20). */
export const commentOnAgenda = useCase<CommentOnAgendaInput>('CommentOnAgenda', (env, input, context) => {
  const { target, kind, text } = input;
  const commentId = derivedId(commandIdOf(context), 'comment', 0);
  return onAgenda(env, context, input, {
    type: 'CommentOnAgenda',
    data: { ...actOf(env, context), commentId, target, kind, text, observer: context.caller.role === 'observer' },
  });
});
