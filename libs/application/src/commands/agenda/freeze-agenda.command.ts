import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface FreezeAgendaInput {
  readonly agendaId: string;
}

/** Freezes the agenda; what comes later needs the Chair. A timer freezes it only when its date has come. */
export const freezeAgenda = useCase<FreezeAgendaInput>('FreezeAgenda', (env, input, context) => {
  return onAgenda(env, context, input, {
    type: 'FreezeAgenda',
    data: { ...actOf(env, context), rule: context.caller.role === 'process' ? 'days_before' : 'by_hand' },
  });
});
