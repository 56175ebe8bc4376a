import { actOf } from '../../acts.ts';
import { closesForEditsOf } from '../../contributions/facts.ts';
import { onTopic, topicState } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface JoinTopicInput {
  readonly topicId: string;
}

/** A Member joins a topic of another (row A5); after publication it is known to have come later. */
export const joinTopic = useCase<JoinTopicInput>('JoinTopic', async (env, input, context) => {
  const closesForEdits = await closesForEditsOf(env, await topicState(env, input.topicId));
  return onTopic(env, context, input, { type: 'JoinTopic', data: { ...actOf(env, context), closesForEdits } });
});
