import { guidanceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface LapseGuidanceRequestInput {
  readonly guidanceId: string;
  readonly reason: CodedReason;
}

/** Lets a request lapse, with a reason. */
export const lapseGuidanceRequest = useCase<LapseGuidanceRequestInput>('LapseGuidanceRequest', (env, input, context) => {
  const data = { ...actOf(env, context), reason: input.reason };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: input.guidanceId,
    command: { type: 'LapseGuidanceRequest', data },
    input,
  });
});
