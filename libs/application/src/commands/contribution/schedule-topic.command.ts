import { agendaDecider } from '../../../../domain/src/index.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { stateOf, useCase } from '../../run-command.ts';

export interface ScheduleTopicInput {
  readonly topicId: string;
  readonly agendaId: string;
  readonly itemId: string;
}

/** Follows from an item of an agenda: the topic stands on it. */
export const scheduleTopic = useCase<ScheduleTopicInput>('ScheduleTopic', async (env, input, context) => {
  const { topicId, agendaId, itemId } = input;
  const agenda = await stateOf(env, agendaDecider, agendaId);
  const items = agenda.status === 'unopened' ? [] : agenda.items;
  const stands = items.some((item) => item.itemId === itemId && 'topicId' in item && item.topicId === topicId);
  return onTopic(env, context, input, { type: 'ScheduleTopic', data: { agendaId, itemId, now: env.clock.now(), stands } });
});
