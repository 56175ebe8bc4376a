import { memberCodesOn } from '../../facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';
import { brusselsDate } from '../../time/wall-time.ts';

export interface SupplementAgendaCirculationInput {
  readonly agendaId: string;
  readonly circulationId: string;
}

/** Tells Members that acceded since a circulation; the frozen list stays as it was (BR-18). */
export const supplementAgendaCirculation = useCase<SupplementAgendaCirculationInput>(
  'SupplementAgendaCirculation',
  async (env, input, context) => {
    const { circulationId } = input;
    const now = env.clock.now();
    const addressees = await memberCodesOn(env, brusselsDate(now));
    return onAgenda(env, context, input, { type: 'SupplementAgendaCirculation', data: { now, circulationId, addressees } });
  },
);
