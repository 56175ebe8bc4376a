import { deliveryDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface GiveUpDeliveryAttemptInput {
  readonly deliveryId: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** Puts on record that nobody will ever say what came of an attempt. */
export const giveUpDeliveryAttempt = useCase<GiveUpDeliveryAttemptInput>('GiveUpDeliveryAttempt', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'GiveUpDeliveryAttempt', data: { attempt: input.attempt, now: env.clock.now() } },
    input,
  }),
);
