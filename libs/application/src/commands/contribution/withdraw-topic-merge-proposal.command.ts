import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface WithdrawTopicMergeProposalInput {
  readonly topicId: string;
  readonly mergeId: string;
  readonly reason: CodedReason;
}

/** Takes a proposal to merge back before the topics are merged. */
export const withdrawTopicMergeProposal = useCase<WithdrawTopicMergeProposalInput>('WithdrawTopicMergeProposal', (env, input, context) =>
  onTopic(env, context, input, {
    type: 'WithdrawTopicMergeProposal',
    data: { ...actOf(env, context), mergeId: input.mergeId, reason: input.reason },
  }),
);
