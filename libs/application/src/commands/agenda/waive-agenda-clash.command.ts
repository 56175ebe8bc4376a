import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface WaiveAgendaClashInput {
  readonly agendaId: string;
  readonly clashId: string;
  readonly reason: CodedReason;
}

/** Says why a clash is accepted. */
export const waiveAgendaClash = useCase<WaiveAgendaClashInput>('WaiveAgendaClash', (env, input, context) => {
  const { clashId, reason } = input;
  return onAgenda(env, context, input, { type: 'WaiveAgendaClash', data: { ...actOf(env, context), clashId, reason } });
});
