import { deliveryDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface ReleaseDeliveryInput {
  readonly deliveryId: string;
}

/** Lets go of a message that waited for review. */
export const releaseDelivery = useCase<ReleaseDeliveryInput>('ReleaseDelivery', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'ReleaseDelivery', data: actOf(env, context) },
    input,
  }),
);
