import { webhookDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface DisableWebhookInput {
  readonly endpointId: string;
  /** `gone` when the endpoint said so itself. */
  readonly reason: 'gone' | 'not_wanted';
}

/** Ends the telling of a program. */
export const disableWebhook = useCase<DisableWebhookInput>('DisableWebhook', (env, input, context) => {
  const data = { ...actOf(env, context), reason: input.reason };
  return runCommand(env, context, { decider: webhookDecider, id: input.endpointId, command: { type: 'DisableWebhook', data }, input });
});
