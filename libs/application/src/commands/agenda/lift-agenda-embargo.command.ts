import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface LiftAgendaEmbargoInput {
  readonly agendaId: string;
  readonly reason: CodedReason;
}

/** Lets a version out before its embargo ends. */
export const liftAgendaEmbargo = useCase<LiftAgendaEmbargoInput>('LiftAgendaEmbargo', (env, input, context) => {
  const { reason } = input;
  return onAgenda(env, context, input, { type: 'LiftAgendaEmbargo', data: { ...actOf(env, context), reason } });
});
