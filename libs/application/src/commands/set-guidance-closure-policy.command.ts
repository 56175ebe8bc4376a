import { guidanceDecider, type ClosurePolicy } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface SetGuidanceClosurePolicyInput {
  readonly guidanceId: string;
  readonly policy: ClosurePolicy;
}

/** Says what must have come in before a request may be closed. */
export const setGuidanceClosurePolicy = useCase<SetGuidanceClosurePolicyInput>('SetGuidanceClosurePolicy', (env, input, context) => {
  const { guidanceId, policy } = input;
  const data = { policy, actor: actOf(env, context).actor };
  return runCommand(env, context, { decider: guidanceDecider, id: guidanceId, command: { type: 'SetGuidanceClosurePolicy', data }, input });
});
