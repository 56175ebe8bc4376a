import { agendaDecider, type ActionLabel, type Bilingual } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { placeableTopic } from '../agenda-facts.ts';
import { commandIdOf, runCommand, useCase } from '../run-command.ts';

export interface AddAgendaItemInput {
  readonly agendaId: string;
  readonly headingId: string;
  readonly topicId: string;
  readonly title: Bilingual;
  readonly actionLabels: readonly (ActionLabel | 'for_information')[];
}

/** Places an accepted topic under a heading; it gets the next letter. */
export const addAgendaItem = useCase<AddAgendaItemInput>('AddAgendaItem', async (env, input, context) => {
  const { agendaId, headingId, topicId, title, actionLabels } = input;
  const itemId = derivedId(commandIdOf(context), 'item', 0);
  const topic = await placeableTopic(env, topicId);
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'AddAgendaItem', data: { itemId, headingId, title, actionLabels, topic } },
    input,
  });
});
