import { webhookDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface EnableWebhookInput {
  readonly endpointId: string;
}

/** Takes up the telling of a program again: what was recorded meanwhile is told now. */
export const enableWebhook = useCase<EnableWebhookInput>('EnableWebhook', (env, input, context) =>
  runCommand(env, context, {
    decider: webhookDecider,
    id: input.endpointId,
    command: { type: 'EnableWebhook', data: actOf(env, context) },
    input,
  }),
);
