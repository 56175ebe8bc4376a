import { actOf } from '../../acts.ts';
import { isInSession } from '../../meeting-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface AdoptAgendaInput {
  readonly agendaId: string;
}

/** Records that the body adopted its agenda, or that the Secretariat approved that of a conference (BR-21). */
export const adoptAgenda = useCase<AdoptAgendaInput>('AdoptAgenda', async (env, input, context) => {
  const { agendaId } = input;
  const inSession = await isInSession(env, agendaId);
  return onAgenda(env, context, input, { type: 'AdoptAgenda', data: { ...actOf(env, context), inSession } });
});
