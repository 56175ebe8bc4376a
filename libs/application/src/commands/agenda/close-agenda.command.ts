import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface CloseAgendaInput {
  readonly agendaId: string;
}

/** Closes the agenda: every item has its outcome or goes to a later session. */
export const closeAgenda = useCase<CloseAgendaInput>('CloseAgenda', (env, input, context) => {
  return onAgenda(env, context, input, { type: 'CloseAgenda', data: actOf(env, context) });
});
