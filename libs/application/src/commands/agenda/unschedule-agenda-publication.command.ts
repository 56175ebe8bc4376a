import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface UnscheduleAgendaPublicationInput {
  readonly agendaId: string;
  readonly reason: CodedReason;
}

/** Takes the date of publication back. */
export const unscheduleAgendaPublication = useCase<UnscheduleAgendaPublicationInput>(
  'UnscheduleAgendaPublication',
  (env, input, context) => {
    const { reason } = input;
    return onAgenda(env, context, input, { type: 'UnscheduleAgendaPublication', data: { ...actOf(env, context), reason } });
  },
);
