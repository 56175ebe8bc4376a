import { deliveryDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface ResendDeliveryInput {
  readonly deliveryId: string;
}

/** Has a message brought once more. */
export const resendDelivery = useCase<ResendDeliveryInput>('ResendDelivery', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'ResendDelivery', data: actOf(env, context) },
    input,
  }),
);
