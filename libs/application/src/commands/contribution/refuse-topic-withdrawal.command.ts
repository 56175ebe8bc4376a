import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RefuseTopicWithdrawalInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Leaves published what its Member asked to take back. */
export const refuseTopicWithdrawal = useCase<RefuseTopicWithdrawalInput>('RefuseTopicWithdrawal', (env, input, context) =>
  onTopic(env, context, input, { type: 'RefuseTopicWithdrawal', data: { ...actOf(env, context), reason: input.reason } }),
);
