import type { CodedReason } from '../../../../domain/src/index.ts';
import { ruleOnPair } from '../../contributions/duplicate-pair.ts';
import { useCase } from '../../run-command.ts';

export interface ConfirmTopicDuplicateInput {
  readonly topicId: string;
  readonly otherId: string;
  readonly reason: CodedReason;
}

/** Rules that two contributions ask for the same; both are kept (row B5). */
export const confirmTopicDuplicate = useCase<ConfirmTopicDuplicateInput>('ConfirmTopicDuplicate', (env, input, context) => {
  const pair = { kind: 'topic', id: input.topicId, otherId: input.otherId, reason: input.reason, ruling: 'confirmed' } as const;
  return ruleOnPair(env, context, pair, input);
});
