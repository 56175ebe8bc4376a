import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RecordTopicDiscussedInput {
  readonly topicId: string;
  readonly agendaId: string;
  readonly itemId: string;
}

/** Records that the body has dealt with the topic. */
export const recordTopicDiscussed = useCase<RecordTopicDiscussedInput>('RecordTopicDiscussed', (env, input, context) =>
  onTopic(env, context, input, {
    type: 'RecordTopicDiscussed',
    data: { agendaId: input.agendaId, itemId: input.itemId, now: env.clock.now() },
  }),
);
