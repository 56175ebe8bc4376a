import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ReconsiderTopicInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Opens a decision again; the earlier one stays visible beside it (row B13). */
export const reconsiderTopic = useCase<ReconsiderTopicInput>('ReconsiderTopic', (env, input, context) =>
  onTopic(env, context, input, { type: 'ReconsiderTopic', data: { ...actOf(env, context), reason: input.reason } }),
);
