import { agendaState, placeableTopic } from '../../agenda-facts.ts';
import { onAgenda } from '../../on-agenda.ts';
import { useCase } from '../../run-command.ts';

export interface RefreshAgendaItemTopicInput {
  readonly agendaId: string;
  readonly itemId: string;
}

/** Brings an item up to the present edition and sponsors of its topic. */
export const refreshAgendaItemTopic = useCase<RefreshAgendaItemTopicInput>('RefreshAgendaItemTopic', async (env, input, context) => {
  const { agendaId, itemId } = input;
  const agenda = await agendaState(env, agendaId);
  const item = agenda.status === 'unopened' ? undefined : agenda.items.find((entry) => entry.itemId === itemId);
  const topic = item !== undefined && 'topicId' in item ? await placeableTopic(env, item.topicId) : null;
  return onAgenda(env, context, input, { type: 'RefreshAgendaItemTopic', data: { itemId, topic } });
});
