import { deliveryDecider, type PlannedDelivery } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

/** Puts on record that somebody is to be told of something by a channel. */
export const planDelivery = useCase<PlannedDelivery>('PlanDelivery', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'PlanDelivery', data: { ...input, now: env.clock.now() } },
    input,
  }),
);
