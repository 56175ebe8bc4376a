import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AdmitLateTopicInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Admits what came after the deadline; late it stays (BR-12). */
export const admitLateTopic = useCase<AdmitLateTopicInput>('AdmitLateTopic', (env, input, context) =>
  onTopic(env, context, input, { type: 'AdmitLateTopic', data: { ...actOf(env, context), reason: input.reason } }),
);
