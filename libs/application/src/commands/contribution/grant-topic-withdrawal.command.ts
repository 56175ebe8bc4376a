import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface GrantTopicWithdrawalInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Takes back what is published, as its Member asked. */
export const grantTopicWithdrawal = useCase<GrantTopicWithdrawalInput>('GrantTopicWithdrawal', (env, input, context) =>
  onTopic(env, context, input, { type: 'GrantTopicWithdrawal', data: { ...actOf(env, context), reason: input.reason } }),
);
