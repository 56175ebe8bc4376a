import type { CodedReason } from '../../../../domain/src/index.ts';
import { ruleOnPair } from '../../contributions/duplicate-pair.ts';
import { useCase } from '../../run-command.ts';

export interface UndoPracticeDuplicateRulingInput {
  readonly practiceId: string;
  readonly otherId: string;
  readonly reason: CodedReason;
}

/** Takes a ruling on a pair back, with a reason; both reasons stay on record (BR-08). */
export const undoPracticeDuplicateRuling = useCase<UndoPracticeDuplicateRulingInput>(
  'UndoPracticeDuplicateRuling',
  (env, input, context) => {
    const pair = { kind: 'practice', id: input.practiceId, otherId: input.otherId, reason: input.reason, ruling: 'undone' } as const;
    return ruleOnPair(env, context, pair, input);
  },
);
