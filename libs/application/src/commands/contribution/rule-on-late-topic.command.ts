import type { CodedReason, LateRuling } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface RuleOnLateTopicInput {
  readonly topicId: string;
  readonly ruling: LateRuling;
  readonly reason: CodedReason;
}

/** The Chair rules whether something late reaches the agenda (BR-12). */
export const ruleOnLateTopic = useCase<RuleOnLateTopicInput>('RuleOnLateTopic', (env, input, context) =>
  onTopic(env, context, input, { type: 'RuleOnLateTopic', data: { ...actOf(env, context), ruling: input.ruling, reason: input.reason } }),
);
