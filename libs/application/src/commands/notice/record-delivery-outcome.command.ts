import { deliveryDecider, type AttemptOutcome } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface RecordDeliveryOutcomeInput {
  readonly deliveryId: string;
  /** Counts from 1. */
  readonly attempt: number;
  readonly came: AttemptOutcome;
}

/** Puts on record what a channel answered. */
export const recordDeliveryOutcome = useCase<RecordDeliveryOutcomeInput>('RecordDeliveryOutcome', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'RecordDeliveryOutcome', data: { attempt: input.attempt, now: env.clock.now(), ...input.came } },
    input,
  }),
);
