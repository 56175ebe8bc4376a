import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface StartTopicTriageInput {
  readonly topicId: string;
}

/** Says that somebody is looking at it. */
export const startTopicTriage = useCase<StartTopicTriageInput>('StartTopicTriage', (env, input, context) =>
  onTopic(env, context, input, { type: 'StartTopicTriage', data: actOf(env, context) }),
);
