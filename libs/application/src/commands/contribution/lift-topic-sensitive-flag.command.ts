import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface LiftTopicSensitiveFlagInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Takes the mark of sensitivity off, with a reason. */
export const liftTopicSensitiveFlag = useCase<LiftTopicSensitiveFlagInput>('LiftTopicSensitiveFlag', (env, input, context) =>
  onTopic(env, context, input, { type: 'LiftTopicSensitiveFlag', data: { ...actOf(env, context), reason: input.reason } }),
);
