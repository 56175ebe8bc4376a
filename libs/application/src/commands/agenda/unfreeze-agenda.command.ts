import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface UnfreezeAgendaInput {
  readonly agendaId: string;
  readonly reason: CodedReason;
}

/** Opens a frozen agenda for changes again. */
export const unfreezeAgenda = useCase<UnfreezeAgendaInput>('UnfreezeAgenda', (env, input, context) => {
  const { reason } = input;
  return onAgenda(env, context, input, { type: 'UnfreezeAgenda', data: { ...actOf(env, context), reason } });
});
