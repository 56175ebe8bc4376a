import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface WithdrawTopicInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Takes it back, with a coded reason and a text (row A6); once published it can only be asked for. */
export const withdrawTopic = useCase<WithdrawTopicInput>('WithdrawTopic', (env, input, context) =>
  onTopic(env, context, input, { type: 'WithdrawTopic', data: { ...actOf(env, context), reason: input.reason } }),
);
