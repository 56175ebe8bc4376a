import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RequestTopicWithdrawalInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Asks the Secretariat to take back what is published (row A6). */
export const requestTopicWithdrawal = useCase<RequestTopicWithdrawalInput>('RequestTopicWithdrawal', (env, input, context) =>
  onTopic(env, context, input, { type: 'RequestTopicWithdrawal', data: { ...actOf(env, context), reason: input.reason } }),
);
