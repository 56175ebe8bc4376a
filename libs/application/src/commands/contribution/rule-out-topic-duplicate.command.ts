import type { CodedReason } from '../../../../domain/src/index.ts';
import { ruleOnPair } from '../../contributions/duplicate-pair.ts';
import { useCase } from '../../run-command.ts';

export interface RuleOutTopicDuplicateInput {
  readonly topicId: string;
  readonly otherId: string;
  readonly reason: CodedReason;
}

/** Rules that two contributions are no duplicates; the pair is not suggested again (BR-08). */
export const ruleOutTopicDuplicate = useCase<RuleOutTopicDuplicateInput>('RuleOutTopicDuplicate', (env, input, context) => {
  const pair = { kind: 'topic', id: input.topicId, otherId: input.otherId, reason: input.reason, ruling: 'ruledOut' } as const;
  return ruleOnPair(env, context, pair, input);
});
