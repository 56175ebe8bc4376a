import { actionDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface CompleteActionInput {
  readonly actionId: string;
}

/** Says that an action is done; by another than who filed its evidence. */
export const completeAction = useCase<CompleteActionInput>('CompleteAction', (env, input, context) =>
  runCommand(env, context, {
    decider: actionDecider,
    id: input.actionId,
    command: { type: 'CompleteAction', data: actOf(env, context) },
    input,
  }),
);
