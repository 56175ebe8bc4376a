import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface UnscheduleTopicInput {
  readonly topicId: string;
  readonly agendaId: string;
  readonly itemId: string;
}

/** Follows from an item that was taken off an agenda. */
export const unscheduleTopic = useCase<UnscheduleTopicInput>('UnscheduleTopic', (env, input, context) =>
  onTopic(env, context, input, { type: 'UnscheduleTopic', data: { agendaId: input.agendaId, itemId: input.itemId, now: env.clock.now() } }),
);
