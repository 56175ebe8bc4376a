import { actOf } from '../../acts.ts';
import { placeableTopic } from '../../agenda-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface ListLateAgendaTopicInput {
  readonly agendaId: string;
  readonly topicId: string;
}

/** Puts a late topic before the Chair. */
export const listLateAgendaTopic = useCase<ListLateAgendaTopicInput>('ListLateAgendaTopic', async (env, input, context) => {
  const topic = await placeableTopic(env, input.topicId);
  return onAgenda(env, context, input, { type: 'ListLateAgendaTopic', data: { ...actOf(env, context), topic } });
});
