import { guidanceDecider, type CodedReason, type WorkingText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { fatesOf } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface PartiallyCloseGuidanceRequestInput {
  readonly guidanceId: string;
  readonly scope: WorkingText;
  readonly contributionIds: readonly string[];
  readonly reason: CodedReason;
}

/** Closes a request for some of its contributions. */
export const partiallyCloseGuidanceRequest = useCase<PartiallyCloseGuidanceRequestInput>(
  'PartiallyCloseGuidanceRequest',
  async (env, input, context) => {
    const { guidanceId, scope, contributionIds, reason } = input;
    const data = { ...actOf(env, context), scope, contributionIds, fates: await fatesOf(env, guidanceId), reason };
    return runCommand(env, context, {
      decider: guidanceDecider,
      id: guidanceId,
      command: { type: 'PartiallyCloseGuidanceRequest', data },
      input,
    });
  },
);
