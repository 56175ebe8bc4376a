import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface CarryTopicOverInput {
  readonly topicId: string;
  readonly sessionId: string;
}

/** Takes a topic up again in the session it was put off to (BR-11). */
export const carryTopicOver = useCase<CarryTopicOverInput>('CarryTopicOver', (env, input, context) =>
  onTopic(env, context, input, { type: 'CarryTopicOver', data: { sessionId: input.sessionId, now: env.clock.now() } }),
);
