export { readNetworks, type AllowedNetworks } from './address-guard.ts';
export { readEndpointUrl, type EndpointUrl } from './endpoint-url.ts';
export { webhookRetryAfter } from './retry-schedule.ts';
export { newSecret } from './signature.ts';
export { openWebhookChannel, type WebhookParts, type WebhookTarget } from './webhook-channel.ts';
