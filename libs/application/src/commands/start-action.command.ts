import { actionDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface StartActionInput {
  readonly actionId: string;
}

/** Says that work on an action has begun. */
export const startAction = useCase<StartActionInput>('StartAction', (env, input, context) =>
  runCommand(env, context, {
    decider: actionDecider,
    id: input.actionId,
    command: { type: 'StartAction', data: actOf(env, context) },
    input,
  }),
);
