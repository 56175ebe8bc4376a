import type { CodedReason } from '../../../../domain/src/index.ts';
import { ruleOnPair } from '../../contributions/duplicate-pair.ts';
import { useCase } from '../../run-command.ts';

export interface ConfirmPracticeDuplicateInput {
  readonly practiceId: string;
  readonly otherId: string;
  readonly reason: CodedReason;
}

/** Rules that two contributions ask for the same; both are kept (row B5). */
export const confirmPracticeDuplicate = useCase<ConfirmPracticeDuplicateInput>('ConfirmPracticeDuplicate', (env, input, context) => {
  const pair = { kind: 'practice', id: input.practiceId, otherId: input.otherId, reason: input.reason, ruling: 'confirmed' } as const;
  return ruleOnPair(env, context, pair, input);
});
