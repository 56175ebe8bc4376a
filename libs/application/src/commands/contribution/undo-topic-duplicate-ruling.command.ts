import type { CodedReason } from '../../../../domain/src/index.ts';
import { ruleOnPair } from '../../contributions/duplicate-pair.ts';
import { useCase } from '../../run-command.ts';

export interface UndoTopicDuplicateRulingInput {
  readonly topicId: string;
  readonly otherId: string;
  readonly reason: CodedReason;
}

/** Takes a ruling on a pair back, with a reason; both reasons stay on record (BR-08). */
export const undoTopicDuplicateRuling = useCase<UndoTopicDuplicateRulingInput>('UndoTopicDuplicateRuling', (env, input, context) => {
  const pair = { kind: 'topic', id: input.topicId, otherId: input.otherId, reason: input.reason, ruling: 'undone' } as const;
  return ruleOnPair(env, context, pair, input);
});
