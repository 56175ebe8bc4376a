import { actionDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { sessionFact } from '../guidance-facts.ts';
import { runCommand, stateOf, useCase } from '../run-command.ts';

export interface CarryActionForwardInput {
  readonly actionId: string;
  readonly toSessionId: string;
  readonly reason: CodedReason;
}

/** Carries an action forward to a later session, with a reason. */
export const carryActionForward = useCase<CarryActionForwardInput>('CarryActionForward', async (env, input, context) => {
  const { actionId, toSessionId, reason } = input;
  const action = await stateOf(env, actionDecider, actionId);
  const from = action.status === 'unknown' ? null : await sessionFact(env, action.dueSessionId);
  const data = { ...actOf(env, context), from, toSessionId, to: await sessionFact(env, toSessionId), reason };
  return runCommand(env, context, { decider: actionDecider, id: actionId, command: { type: 'CarryActionForward', data }, input });
});
