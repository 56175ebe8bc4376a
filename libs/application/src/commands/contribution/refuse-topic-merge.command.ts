import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RefuseTopicMergeInput {
  readonly topicId: string;
  readonly mergeId: string;
  readonly reason: CodedReason;
}

/** A Member behind either topic asks to stay apart; the proposal ends (row B6). */
export const refuseTopicMerge = useCase<RefuseTopicMergeInput>('RefuseTopicMerge', (env, input, context) =>
  onTopic(env, context, input, {
    type: 'RefuseTopicMerge',
    data: { ...actOf(env, context), mergeId: input.mergeId, reason: input.reason },
  }),
);
