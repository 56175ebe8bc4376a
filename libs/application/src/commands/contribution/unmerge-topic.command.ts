import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { isTargetPublished } from '../../contributions/merge-facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface UnmergeTopicInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Takes a topic out of the one it was merged into, until that one is published (row B7); earlier judgements stay visible. */
export const unmergeTopic = useCase<UnmergeTopicInput>('UnmergeTopic', async (env, input, context) => {
  const targetPublished = await isTargetPublished(env, input.topicId);
  const data = { ...actOf(env, context), reason: input.reason, targetPublished };
  return onTopic(env, context, input, { type: 'UnmergeTopic', data });
});
