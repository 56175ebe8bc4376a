import {
  agendaDecider,
  checkPlaceable,
  standing,
  topicDecider,
  type ActionLabel,
  type Bilingual,
  type PlaceableTopic,
} from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { commandIdOf, runCommand, stateOf, useCase } from '../run-command.ts';

export interface AddAgendaItemInput {
  readonly agendaId: string;
  readonly headingId: string;
  readonly topicId: string;
  readonly title: Bilingual;
  readonly actionLabels: readonly ActionLabel[];
}

const placeable = async (env: Environment, topicId: string): Promise<PlaceableTopic | null> => {
  const topic = await stateOf(env, topicDecider, topicId);
  if (topic.milestone === 'none') return null;
  const { reference, member, guidanceId } = topic.release;
  const stage = checkPlaceable(topic) === null ? 'accepted' : standing(topic);
  return { topicId, stage, reference, contentHash: topic.contentHash, member, guidanceId };
};

/** Places an accepted topic under a heading; it gets the next letter. */
export const addAgendaItem = useCase<AddAgendaItemInput>('AddAgendaItem', async (env, input, context) => {
  const { agendaId, headingId, topicId, title, actionLabels } = input;
  const itemId = derivedId(commandIdOf(context), 'item', 0);
  const topic = await placeable(env, topicId);
  return runCommand(env, context, {
    decider: agendaDecider,
    id: agendaId,
    command: { type: 'AddAgendaItem', data: { itemId, headingId, title, actionLabels, topic } },
    input,
  });
});
