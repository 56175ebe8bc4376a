import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface CloseTopicInput {
  readonly topicId: string;
}

/** Closes a topic that was discussed, or declined and told. */
export const closeTopic = useCase<CloseTopicInput>('CloseTopic', (env, input, context) =>
  onTopic(env, context, input, { type: 'CloseTopic', data: { now: env.clock.now() } }),
);
