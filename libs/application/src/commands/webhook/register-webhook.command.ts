import { webhookDecider, type WebhookEndpoint } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { commandIdOf, refused, runCommand, useCase } from '../../run-command.ts';
import { isEverTold, shownSize } from '../../webhooks.ts';

export type RegisterWebhookInput = Omit<WebhookEndpoint, 'endpointId'>;

/** Lets a program be told of what is recorded from now on. Its secret is asked for afterwards. */
export const registerWebhook = useCase<RegisterWebhookInput>('RegisterWebhook', (env, input, context) => {
  if (env.webhooks === undefined) return Promise.resolve(refused({ code: 'webhook.not_set_up' }));
  const untold = input.types.find((type) => !isEverTold(type, input.audience));
  if (untold !== undefined) return Promise.resolve(refused({ code: 'webhook.type_never_told', type: untold }));
  const endpointId = derivedId(commandIdOf(context), 'webhook', 0);
  const urlFault = env.webhooks.urlFault(input.url);
  const data = { ...actOf(env, context), ...input, endpointId, urlFault, ledgerSize: shownSize(env) };
  return runCommand(env, context, { decider: webhookDecider, id: endpointId, command: { type: 'RegisterWebhook', data }, input });
});
