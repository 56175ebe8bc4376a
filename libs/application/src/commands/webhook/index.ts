import { askWebhookReplay } from './ask-webhook-replay.command.ts';
import { disableWebhook } from './disable-webhook.command.ts';
import { enableWebhook } from './enable-webhook.command.ts';
import { registerWebhook } from './register-webhook.command.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.command.ts';

/** Commands of webhooks, by name. */
export const webhookCommands = { askWebhookReplay, disableWebhook, enableWebhook, registerWebhook, rotateWebhookSecret } as const;
