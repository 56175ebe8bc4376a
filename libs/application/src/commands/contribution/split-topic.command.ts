import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { commandIdOf, useCase } from '../../run-command.ts';
import { partsOf, type PartInput } from '../../contributions/topic-parts.ts';

export interface SplitTopicInput {
  readonly topicId: string;
  /** In the language of the topic. */
  readonly parts: readonly PartInput[];
  readonly reason: CodedReason;
}

/** Divides a topic that asks for several things; its own text stays as it was sent (row B7). */
export const splitTopic = useCase<SplitTopicInput>('SplitTopic', async (env, input, context) => {
  const parts = await partsOf(env, input.topicId, commandIdOf(context), input.parts);
  return onTopic(env, context, input, { type: 'SplitTopic', data: { ...actOf(env, context), parts, reason: input.reason } });
});
