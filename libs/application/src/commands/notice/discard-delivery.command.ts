import { deliveryDecider, type CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface DiscardDeliveryInput {
  readonly deliveryId: string;
  readonly reason: CodedReason;
}

/** Keeps a message that has not gone from going, for a reason. */
export const discardDelivery = useCase<DiscardDeliveryInput>('DiscardDelivery', (env, input, context) =>
  runCommand(env, context, {
    decider: deliveryDecider,
    id: input.deliveryId,
    command: { type: 'DiscardDelivery', data: { ...actOf(env, context), reason: input.reason } },
    input,
  }),
);
