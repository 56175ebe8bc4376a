import { guidanceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ReopenGuidanceRequestInput {
  readonly guidanceId: string;
  readonly reason: CodedReason;
}

/** Opens a request again that was closed or lapsed; the closing stays on record. */
export const reopenGuidanceRequest = useCase<ReopenGuidanceRequestInput>('ReopenGuidanceRequest', (env, input, context) => {
  const data = { ...actOf(env, context), reason: input.reason };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: input.guidanceId,
    command: { type: 'ReopenGuidanceRequest', data },
    input,
  });
});
