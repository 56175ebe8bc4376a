import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface PublishTopicInput {
  readonly topicId: string;
  readonly agendaId: string;
  readonly itemId: string;
  readonly version: number;
}

/** Follows from a published version of an agenda that carries the topic. */
export const publishTopic = useCase<PublishTopicInput>('PublishTopic', (env, input, context) =>
  onTopic(env, context, input, {
    type: 'PublishTopic',
    data: { agendaId: input.agendaId, itemId: input.itemId, version: input.version, now: env.clock.now() },
  }),
);
