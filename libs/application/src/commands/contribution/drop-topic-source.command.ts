import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface DropTopicSourceInput {
  readonly topicId: string;
  readonly mergeId: string;
}

/** Lets the Members go that had come with a topic which was taken out again or withdrawn. */
export const dropTopicSource = useCase<DropTopicSourceInput>('DropTopicSource', (env, input, context) =>
  onTopic(env, context, input, { type: 'DropTopicSource', data: { mergeId: input.mergeId, now: env.clock.now() } }),
);
