import type { CodedReason } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { mergeTarget } from '../../contributions/merge-facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { commandIdOf, useCase } from '../../run-command.ts';

export interface ProposeTopicMergeInput {
  readonly topicId: string;
  readonly targetId: string;
  readonly reason: CodedReason;
}

/** Proposes to merge one topic into another; every Member behind either is asked (row B6). */
export const proposeTopicMerge = useCase<ProposeTopicMergeInput>('ProposeTopicMerge', async (env, input, context) => {
  const { targetId, reason } = input;
  const mergeId = derivedId(commandIdOf(context), 'merge', 0);
  const data = { ...actOf(env, context), reason, mergeId, targetId, target: await mergeTarget(env, targetId) };
  return onTopic(env, context, input, { type: 'ProposeTopicMerge', data });
});
