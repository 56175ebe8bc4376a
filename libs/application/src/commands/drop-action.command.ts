import { actionDecider, type CodedReason } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DropActionInput {
  readonly actionId: string;
  readonly reason: CodedReason;
}

/** Gives an action up, with a reason. */
export const dropAction = useCase<DropActionInput>('DropAction', (env, input, context) => {
  const { actionId, reason } = input;
  const data = { ...actOf(env, context), reason };
  return runCommand(env, context, { decider: actionDecider, id: actionId, command: { type: 'DropAction', data }, input });
});
