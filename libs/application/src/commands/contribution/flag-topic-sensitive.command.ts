import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface FlagTopicSensitiveInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Marks it as sensitive for those who handle it: a dispute between Members, a company that is named. */
export const flagTopicSensitive = useCase<FlagTopicSensitiveInput>('FlagTopicSensitive', (env, input, context) =>
  onTopic(env, context, input, { type: 'FlagTopicSensitive', data: { ...actOf(env, context), reason: input.reason } }),
);
