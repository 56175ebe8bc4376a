import { deliveryDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface RecordDeliveryBounceInput {
  readonly deliveryId: string;
  /** What came back: `bounce.5.1.1`. */
  readonly bounce: string;
}

/** Puts on record that a message which had been taken over came back. */
export const recordDeliveryBounce = useCase<RecordDeliveryBounceInput>('RecordDeliveryBounce', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'RecordDeliveryBounce', data: { bounce: input.bounce, now: env.clock.now() } },
    input,
  }),
);
