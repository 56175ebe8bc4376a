import { guidanceDecider, type WorkingText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DraftGuidanceConsolidationInput {
  readonly guidanceId: string;
  readonly text: WorkingText;
  readonly contributionIds: readonly string[];
}

/** Summarises what was received, in editions. */
export const draftGuidanceConsolidation = useCase<DraftGuidanceConsolidationInput>('DraftGuidanceConsolidation', (env, input, context) => {
  const { guidanceId, text, contributionIds } = input;
  const data = { ...actOf(env, context), text, contributionIds };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: guidanceId,
    command: { type: 'DraftGuidanceConsolidation', data },
    input,
  });
});
