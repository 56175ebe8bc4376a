import { deliveryDecider, type TemplateUsed } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface AttemptDeliveryInput {
  readonly deliveryId: string;
  /** Counts from 1. */
  readonly attempt: number;
  readonly template: TemplateUsed;
}

/** Puts on record that a channel is about to be called: whoever did not record it does not call (DESIGN §7). */
export const attemptDelivery = useCase<AttemptDeliveryInput>('AttemptDelivery', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'AttemptDelivery', data: { attempt: input.attempt, template: input.template, now: env.clock.now() } },
    input,
  }),
);
