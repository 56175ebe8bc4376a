import { actOf } from '../../acts.ts';
import { closesForEditsOf } from '../../contributions/facts.ts';
import { onTopic, topicState } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface LeaveTopicInput {
  readonly topicId: string;
}

/** A Member leaves a topic that it stands behind with others (row A5). */
export const leaveTopic = useCase<LeaveTopicInput>('LeaveTopic', async (env, input, context) => {
  const closesForEdits = await closesForEditsOf(env, await topicState(env, input.topicId));
  return onTopic(env, context, input, { type: 'LeaveTopic', data: { ...actOf(env, context), closesForEdits } });
});
